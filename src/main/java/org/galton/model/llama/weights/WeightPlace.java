package org.galton.model.llama.weights;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.jni.IValue;
import java.util.Locale;
import org.galton.model.ComputeType;
import org.galton.model.llama.torch.TorchScript;
import org.galton.spec.InvalidInput;

/**
 * Where a tensor lies on the device: some rows of an array that it may share with others.
 *
 * @param type of the array
 * @param firstRow row of {@code array} where the tensor begins
 * @param rows how many are the tensor's
 */
record WeightPlace(
    TorchScript script, String tensor, NDArray array, ComputeType type, long firstRow, long rows) {

  /**
   * Writes some rows of the tensor, converted to the array's type.
   *
   * @param source what an error calls the source of the weights
   * @throws InvalidInput when a value is not finite
   */
  void put(long row, NDArray values, String source) {
    if (!Double.isFinite(fill(firstRow + row, values))) {
      throw new InvalidInput(
          "Cannot use " + source + ": tensor " + tensor + " holds " + offender(values));
    }
  }

  /** The same place in another array of this shape. */
  WeightPlace in(NDArray other) {
    return new WeightPlace(script, tensor, other, type, firstRow, rows);
  }

  private double fill(long begin, NDArray values) {
    try (IValue into = TorchScript.tensor(array);
        IValue at = IValue.from(begin);
        IValue from = TorchScript.tensor(values);
        IValue sum = script.call("fill", into, at, from)) {
      return sum.toDouble();
    }
  }

  /** The tensor in float32 and row-major order. */
  float[] values() {
    try (NDArray own = array.get(new NDIndex().addSliceDim(firstRow, firstRow + rows));
        NDArray wide = own.toType(DataType.FLOAT32, true)) {
      return wide.toFloatArray();
    }
  }

  private String offender(NDArray stored) {
    try (NDArray values = TorchScript.wide(script, stored)) {
      if (values.isNaN().any().getBoolean()) {
        return "NaN";
      }
      return values.isInfinite().any().getBoolean()
          ? "an infinite number"
          : "a number too large for " + type.name().toLowerCase(Locale.ROOT);
    }
  }
}
