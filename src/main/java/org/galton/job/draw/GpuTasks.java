package org.galton.job.draw;

import org.apache.spark.SparkConf;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;
import org.galton.spec.InvalidInput;

/**
 * How Spark hands out GPUs. Only the tasks that draw ask for one, by a resource profile of their
 * stage; all other tasks use every core. Executors hold the GPUs all the time.
 */
public final class GpuTasks {
  static final String GPU = "gpu";

  private static final String EXECUTOR_AMOUNT = "spark.executor.resource.gpu.amount";

  private GpuTasks() {}

  /** What a task that draws asks for: a share of one GPU, and the cores of any other task. */
  public static ResourceProfile profile(int tasksPerGpu) {
    return new ResourceProfileBuilder()
        .require(new TaskResourceRequests().resource(GPU, 1.0 / tasksPerGpu))
        .build();
  }

  /**
   * @throws InvalidInput when no executor of this application will ever hold a GPU
   */
  static void check(SparkConf application) {
    check(application, GpuUse.DECODING);
  }

  /**
   * @throws InvalidInput when no executor of this application will ever hold a GPU
   */
  public static void check(SparkConf application, GpuUse use) {
    String master = application.get("spark.master", "");
    if (master.equals("local") || master.startsWith("local[")) {
      throw new InvalidInput(
          "Cannot "
              + use.verb()
              + " on a GPU with the master "
              + master
              + ": Spark assigns none there; give a cluster, such as local-cluster[1,8,16384] on"
              + " one machine, or set "
              + use.key()
              + " to cpu");
    }
    if (application.getInt(EXECUTOR_AMOUNT, 0) < 1) {
      throw new InvalidInput(
          "Cannot "
              + use.verb()
              + " on a GPU: the executors are given none; set "
              + EXECUTOR_AMOUNT
              + " as in cluster-conf/, or "
              + use.key()
              + " to cpu");
    }
  }
}
