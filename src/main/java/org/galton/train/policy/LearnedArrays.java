package org.galton.train.policy;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;

/** What a learner changes, and how that moves the policy's weights. */
sealed interface LearnedArrays permits AllWeights, LowRankFactors {

  /** What the optimiser walks over, and what is saved. */
  List<NDArray> parameters();

  /**
   * Derivatives by the parameters.
   *
   * @param byWeights derivatives by all weights, in their order
   */
  List<NDArray> gradients(List<NDArray> byWeights);

  /** The parameters by themselves, where they stand beside weights that stay. */
  Optional<LearnedAdapter> adapter();

  /** Makes the weights what the parameters say. */
  void settle();
}
