package org.galton.search.backup;

import org.galton.numerics.Expect;

/**
 * A step as it was drawn.
 *
 * @param entropy mean entropy of its tokens, or minus the mean log-probability of the sampled ones,
 *     in nats; finite
 */
public record SearchStep(double entropy, StepEnding ending) {

  public SearchStep {
    Expect.that(Double.isFinite(entropy), "entropy of a step", entropy, "a finite number");
  }
}
