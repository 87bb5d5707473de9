/**
 * Sample logs of other evaluation tools, read record by record into what they have in common: a
 * prompt, a rollout, perhaps a verdict. One reader per tool; a log is streamed and never held.
 * Knows no Spark and no file system; may use {@code spec}, {@code task} and {@code table}.
 */
package org.galton.samplelog;
