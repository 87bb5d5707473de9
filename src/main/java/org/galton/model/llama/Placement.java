package org.galton.model.llama;

import org.galton.model.ComputeType;

/**
 * Where a model computes and in which type.
 *
 * @param device {@code cpu} or {@code gpu:N}
 * @param compute type of weights, keys, values and activations; norms, softmax and logits are in
 *     float32 whatever it is
 */
public record Placement(String device, ComputeType compute) {
  public static final Placement CPU = new Placement("cpu", ComputeType.FLOAT32);

  boolean onGpu() {
    return !device.equals(CPU.device);
  }
}
