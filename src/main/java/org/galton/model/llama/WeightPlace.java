package org.galton.model.llama;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import org.galton.spec.InvalidInput;

/**
 * Where a tensor lies on the device: some rows of an array that it may share with others.
 *
 * @param firstRow row of {@code array} where the tensor begins
 * @param rows how many are the tensor's
 */
record WeightPlace(String tensor, NDArray array, long firstRow, long rows) {

  /**
   * Writes some rows of the tensor, converted to the array's type.
   *
   * @param source what an error calls the source of the weights
   * @throws InvalidInput when a value is not finite
   */
  void put(long row, NDArray values, String source) {
    NDArray converted = values.toType(array.getDataType(), false);
    if (!finite(converted)) {
      throw new InvalidInput(
          "Cannot use " + source + ": tensor " + tensor + " holds " + offender(values));
    }
    long begin = firstRow + row;
    array.set(new NDIndex().addSliceDim(begin, begin + values.getShape().get(0)), converted);
  }

  /** The tensor in float32 and row-major order. */
  float[] values() {
    try (NDArray own = array.get(new NDIndex().addSliceDim(firstRow, firstRow + rows));
        NDArray wide = own.toType(DataType.FLOAT32, true)) {
      return wide.toFloatArray();
    }
  }

  /** Zero times a finite number is zero, and times any other it is not a number. */
  private static boolean finite(NDArray values) {
    return values.mul(0).sum().toType(DataType.FLOAT32, false).getFloat() == 0;
  }

  private String offender(NDArray values) {
    if (finite(values)) {
      return "a number too large for " + array.getDataType();
    }
    return values.isNaN().any().getBoolean() ? "NaN" : "an infinite number";
  }
}
