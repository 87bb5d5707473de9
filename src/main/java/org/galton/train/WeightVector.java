package org.galton.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A float32 number for each weight of a model: the weights themselves, or the gradient of a loss.
 *
 * @param values array by array, in the order in which an optimiser walks over them
 */
public record WeightVector(float[][] values) implements Serializable {

  public static WeightVector of(List<NDArray> arrays) {
    return new WeightVector(arrays.stream().map(NDArray::toFloatArray).toArray(float[][]::new));
  }

  /** Adds another one to this one, number by number. */
  public void add(WeightVector other) {
    for (int i = 0; i < values.length; i++) {
      float[] own = values[i];
      for (int j = 0; j < own.length; j++) {
        own[j] += other.values[i][j];
      }
    }
  }

  /** Bytes of all numbers. */
  public long bytes() {
    long numbers = 0;
    for (float[] array : values) {
      numbers += array.length;
    }
    return Float.BYTES * numbers;
  }

  /** Gives arrays these values, in the memory that they have. */
  public void putInto(List<NDArray> arrays) {
    GradientRecord.without(
        () -> {
          for (int i = 0; i < values.length; i++) {
            // Taking a buffer over would move the array to Java's memory.
            try (NDManager scratch = arrays.get(i).getManager().newSubManager()) {
              NDArray created = scratch.create(values[i], arrays.get(i).getShape());
              arrays.get(i).set(new NDIndex(":"), created);
            }
          }
        });
  }

  /** As arrays of the shapes of others. */
  public List<NDArray> arrays(NDManager owner, List<NDArray> like) {
    List<NDArray> arrays = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      arrays.add(owner.create(values[i], like.get(i).getShape()));
    }
    return arrays;
  }
}
