package org.galton.sweep;

import java.io.Serializable;
import java.time.Duration;
import org.galton.model.ComputeType;

/**
 * How the machine draws. Of this only the type of its arithmetic is a part of a generation's
 * identity: slots and device change no distribution.
 *
 * @param slots most rollouts decoded side by side by one decode loop, of which there is one a Spark
 *     task slot on the CPU and one on a GPU; memory may allow fewer
 * @param device {@code cpu} or {@code gpu}; a GPU asked for and not given is an error
 * @param compute the type that the model computes in
 * @param tasksPerGpu most Spark tasks that feed the batch of one GPU at once: with two, the GPU has
 *     work while the other one writes its file
 * @param timeout longest time in which none of the rollouts drawn side by side ends; zero for any
 */
public record Decoding(
    int slots, String device, ComputeType compute, int tasksPerGpu, Duration timeout)
    implements Serializable {
  public static final int TASKS_PER_GPU = 2;
  public static final Decoding DEFAULT = new Decoding(slotsByDefault("cpu"), "cpu");

  /** However long it takes. */
  public Decoding(int slots, String device, ComputeType compute) {
    this(slots, device, compute, TASKS_PER_GPU, Duration.ZERO);
  }

  /** In float32. */
  public Decoding(int slots, String device) {
    this(slots, device, ComputeType.FLOAT32);
  }

  /** On a GPU memory decides: the batch is halved until it fits. */
  public static int slotsByDefault(String device) {
    return device.equals("cpu") ? 128 : 1024;
  }

  public Decoding withSlots(int otherSlots) {
    return new Decoding(otherSlots, device, compute, tasksPerGpu, timeout);
  }

  public Decoding withDevice(String otherDevice) {
    return new Decoding(slots, otherDevice, compute, tasksPerGpu, timeout);
  }
}
