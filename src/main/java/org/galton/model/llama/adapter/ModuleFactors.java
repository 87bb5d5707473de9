package org.galton.model.llama.adapter;

import ai.djl.ndarray.NDArray;
import org.galton.model.llama.weights.Tensor;

/**
 * The factors of one module under the names that PEFT gives them.
 *
 * @param down A, [rank, in]
 * @param up B, [out, rank]
 */
public record ModuleFactors(Tensor down, Tensor up) {

  /**
   * @param module such as {@code model.layers.0.mlp.up_proj}
   */
  public static ModuleFactors of(String module, NDArray down, NDArray up) {
    return new ModuleFactors(
        tensor(AdapterTensors.down(module), down), tensor(AdapterTensors.up(module), up));
  }

  private static Tensor tensor(String name, NDArray array) {
    return new Tensor(name, array.getShape().getShape(), array.toFloatArray());
  }
}
