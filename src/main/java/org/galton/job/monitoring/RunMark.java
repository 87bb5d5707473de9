package org.galton.job.monitoring;

import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;

/**
 * The id of the run, for log lines: log4j2 writes {@code ${sys:galton.run}} whatever the thread. It
 * is a property of the process because a process works for one run at a time; from the driver it
 * travels with the jobs to the executors.
 */
public final class RunMark {
  private static final String PROPERTY = "galton.run";

  private RunMark() {}

  /** From here on, this process and the tasks that this thread starts log for the run. */
  public static void set(SparkContext context, String runId) {
    System.setProperty(PROPERTY, runId);
    context.setLocalProperty(PROPERTY, runId);
  }

  /** Called as a task starts. */
  static void adopt(TaskContext task) {
    String runId = task.getLocalProperty(PROPERTY);
    if (runId != null && !runId.equals(System.getProperty(PROPERTY))) {
      System.setProperty(PROPERTY, runId);
    }
  }
}
