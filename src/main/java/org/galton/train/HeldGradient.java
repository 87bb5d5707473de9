package org.galton.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import java.util.ArrayList;
import java.util.List;

/** The gradient that weights hold, to which each backward pass adds. */
public final class HeldGradient {
  private HeldGradient() {}

  /** Makes it zero, whatever was left of a pass that broke off. */
  public static void clear(NDManager scratch, List<NDArray> weights) {
    GradientRecord.without(() -> zero(arrays(scratch, weights)));
  }

  /** Makes gradients zero, which minus themselves they would not be where one is no number. */
  public static void zero(List<NDArray> gradients) {
    gradients.forEach(gradient -> gradient.set(new NDIndex(":"), 0));
  }

  public static WeightVector values(NDManager scratch, List<NDArray> weights) {
    return WeightVector.of(arrays(scratch, weights));
  }

  /** As arrays, which {@code scratch} then owns. */
  public static List<NDArray> arrays(NDManager scratch, List<NDArray> weights) {
    List<NDArray> gradients = new ArrayList<>();
    for (NDArray weight : weights) {
      NDArray gradient = weight.getGradient();
      gradient.attach(scratch);
      gradients.add(gradient);
    }
    return gradients;
  }
}
