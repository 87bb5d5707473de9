package org.galton.model.llama;

import org.galton.model.ComputeType;
import org.galton.model.Processor;
import org.galton.spec.InvalidInput;

/**
 * Where a model computes and in which type.
 *
 * @param device {@code cpu} or {@code gpu:N}
 * @param compute type of weights, keys, values and activations; norms, softmax and logits are in
 *     float32 whatever it is
 */
public record Placement(String device, ComputeType compute) {
  public static final Placement CPU = new Placement("cpu", ComputeType.FLOAT32);

  /**
   * Refuses a type that cannot be.
   *
   * @throws InvalidInput saying which can
   */
  void check(Processor processor) {
    if (compute == ComputeType.INT8 && (onGpu() || !processor.multiplies(compute))) {
      throw new InvalidInput(
          "Cannot compute in int8 on %s: expected a CPU that multiplies whole numbers of eight bits (avx512_vnni, avx_vnni or amx_int8 among the flags of /proc/cpuinfo); set decoding.compute to float32 or bfloat16"
              .formatted(onGpu() ? device : "this CPU"));
    }
  }

  boolean onGpu() {
    return !device.equals(CPU.device);
  }
}
