package org.galton.model.llama.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import org.galton.model.ComputeType;

/**
 * Casts where gradients are recorded; a gradient is cast back on its way. {@code NDArray.toType}
 * records nothing, and the engine's Java side has no bfloat16. A sum takes the type of the wider
 * summand, or in place that of the first one: adding to zero casts.
 */
public final class RecordedCast {
  private RecordedCast() {}

  /** A copy in bfloat16, rounded to nearest, ties to even. */
  public static NDArray toBfloat16(TorchScript script, NDManager owner, NDArray x) {
    try (IValue like = TorchScript.tensor(x);
        IValue type = IValue.from(TorchScript.code(ComputeType.BFLOAT16));
        NDArray zeros = script.run(owner, "zeros", like, type).singletonOrThrow()) {
      // What a script makes takes no part in gradients, a copy of it does.
      return zeros.duplicate().addi(x);
    }
  }

  /** The same values in float32. */
  public static NDArray toFloat32(NDArray x) {
    // Of one dimension: a scalar would leave the type as it is.
    return x.add(x.getManager().zeros(new Shape(1), DataType.FLOAT32));
  }
}
