package org.galton.sweep;

import java.io.Serializable;
import org.galton.model.ComputeType;

/**
 * How the machine draws. Of this only the type of its arithmetic is a part of a generation's
 * identity: slots and device change no distribution.
 *
 * @param slots rollouts decoded side by side by one Spark task slot
 * @param device {@code cpu} or {@code gpu}; a GPU asked for and not given is an error
 * @param compute the type that the model computes in
 */
public record Decoding(int slots, String device, ComputeType compute) implements Serializable {
  public static final Decoding DEFAULT = new Decoding(128, "cpu");

  /** In float32. */
  public Decoding(int slots, String device) {
    this(slots, device, ComputeType.FLOAT32);
  }

  public Decoding withSlots(int otherSlots) {
    return new Decoding(otherSlots, device, compute);
  }

  public Decoding withDevice(String otherDevice) {
    return new Decoding(slots, otherDevice, compute);
  }
}
