/** Counts a sweep's rollouts and verdicts, and writes its statistics. */
package org.galton.job.summary;
