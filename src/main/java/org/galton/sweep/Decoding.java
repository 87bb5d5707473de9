package org.galton.sweep;

import java.io.Serializable;
import java.time.Duration;
import java.util.Collection;
import org.galton.model.ComputeType;
import org.galton.model.ComputeWish;
import org.galton.model.Processor;

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
    int slots, String device, ComputeWish compute, int tasksPerGpu, Duration timeout)
    implements Serializable {
  public static final int TASKS_PER_GPU = 2;
  public static final Decoding DEFAULT = new Decoding(slotsByDefault("cpu"), "cpu");

  /** However long it takes. */
  public Decoding(int slots, String device, ComputeWish compute) {
    this(slots, device, compute, TASKS_PER_GPU, Duration.ZERO);
  }

  /** In float32. */
  public Decoding(int slots, String device) {
    this(slots, device, ComputeWish.FLOAT32);
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

  /**
   * The same with a type that is decided. On a GPU, which the machine that decides may not have,
   * the checkpoints' own type is taken for one that it multiplies.
   *
   * @param processor of the machine that decides
   * @param stored types in which the checkpoints are stored that are drawn from
   */
  public Decoding decided(Processor processor, Collection<ComputeType> stored) {
    if (compute.named().isPresent()) {
      return this;
    }
    boolean same = stored.stream().distinct().count() == 1;
    ComputeType type =
        device.equals("cpu") || !same ? processor.suited(stored) : stored.iterator().next();
    return new Decoding(slots, device, ComputeWish.of(type), tasksPerGpu, timeout);
  }

  /**
   * The type that the model computes in.
   *
   * @throws IllegalStateException while it has yet to be decided
   */
  public ComputeType type() {
    return compute
        .named()
        .orElseThrow(() -> new IllegalStateException("the type has yet to be decided"));
  }
}
