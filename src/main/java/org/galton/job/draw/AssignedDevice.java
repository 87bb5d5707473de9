package org.galton.job.draw;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;

/** The device that Spark gave a task. */
public final class AssignedDevice {
  private AssignedDevice() {}

  /**
   * The decoding with its device made definite: {@code gpu} becomes {@code gpu:3}.
   *
   * @throws InvalidInput when a GPU is asked for and Spark gave none
   */
  static Decoding of(TaskContext task, Decoding wanted) {
    if (!wanted.device().equals(GpuTasks.GPU)) {
      return wanted;
    }
    return wanted.withDevice(gpu(task, GpuUse.DECODING));
  }

  /**
   * As in {@code gpu:3}.
   *
   * @throws InvalidInput when Spark gave the task none
   */
  public static String gpu(TaskContext task, GpuUse use) {
    ResourceInformation gpu = task.resourcesJMap().get(GpuTasks.GPU);
    if (gpu == null || gpu.addresses().length == 0) {
      throw new InvalidInput(
          "Cannot "
              + use.verb()
              + " on a GPU: Spark gave the task none; set"
              + " spark.executor.resource.gpu.amount, or "
              + use.key()
              + " to cpu");
    }
    return GpuTasks.GPU + ":" + gpu.addresses()[0];
  }
}
