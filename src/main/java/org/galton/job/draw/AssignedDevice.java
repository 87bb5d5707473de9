package org.galton.job.draw;

import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Decoding;

/** The device that Spark gave a task. */
final class AssignedDevice {
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
    ResourceInformation gpu = task.resourcesJMap().get(GpuTasks.GPU);
    if (gpu == null || gpu.addresses().length == 0) {
      throw new InvalidInput(
          "Cannot decode on a GPU: Spark gave the task none; set"
              + " spark.executor.resource.gpu.amount, or decoding.device to cpu");
    }
    return wanted.withDevice(GpuTasks.GPU + ":" + gpu.addresses()[0]);
  }
}
