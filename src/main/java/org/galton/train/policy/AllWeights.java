package org.galton.train.policy;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/** Every weight is a parameter. */
record AllWeights(List<NDArray> parameters) implements LearnedArrays {

  @Override
  public List<NDArray> gradients(List<NDArray> byWeights) {
    return byWeights;
  }

  @Override
  public Optional<LearnedAdapter> adapter() {
    return Optional.empty();
  }

  @Override
  public void settle() {
    // They are what they are.
  }
}
