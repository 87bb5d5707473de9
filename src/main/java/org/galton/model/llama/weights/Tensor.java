package org.galton.model.llama.weights;

import java.util.Arrays;

/** A named array read from or written to a checkpoint, in float32 and row-major order. */
public record Tensor(String name, long[] shape, float[] values) {
  public Tensor {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "Invalid tensor "
              + name
              + ": shape "
              + Arrays.toString(shape)
              + " wants "
              + size
              + " values, got "
              + values.length);
    }
  }
}
