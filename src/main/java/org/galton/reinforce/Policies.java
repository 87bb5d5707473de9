package org.galton.reinforce;

import java.util.Optional;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.train.policy.Policy;

/**
 * The copies of the weights that a training needs.
 *
 * @param learner is changed by every step
 * @param drawer draws the rollouts of steps: the learner itself, unless an older policy draws
 * @param reference the start, where the divergence from it is penalised
 */
record Policies(Policy learner, Policy drawer, Optional<Policy> reference)
    implements AutoCloseable {

  static Policies open(Checkpoint start, ReinforceSpec spec) {
    int threads = spec.machine().threads();
    Policy learner = Policy.open(start, threads);
    return new Policies(
        learner,
        spec.learning().staleness() > 0 ? Policy.open(start, threads) : learner,
        spec.learning().kl().weight() > 0
            ? Optional.of(Policy.open(start, threads))
            : Optional.empty());
  }

  @Override
  public void close() {
    reference.ifPresent(Policy::close);
    if (drawer != learner) {
      drawer.close();
    }
    learner.close();
  }
}
