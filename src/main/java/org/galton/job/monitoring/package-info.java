/**
 * What an operator sees of a run while it runs: the counts that Spark's metrics system carries, and
 * the run's id in every log line. Tasks and jobs write here; nothing here knows a job.
 */
package org.galton.job.monitoring;
