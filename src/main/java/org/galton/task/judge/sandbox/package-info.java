/**
 * Runs a program that a model wrote, where it can harm nothing: a bubblewrap sandbox without
 * network, host files or host processes, with limits on CPU time, memory, processes, files and
 * output. Owns the one class that starts it, and the canary that proves on each machine that the
 * limits hold. Knows nothing of tests and verdicts.
 */
package org.galton.task.judge.sandbox;
