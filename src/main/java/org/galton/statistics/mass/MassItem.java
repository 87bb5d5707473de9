package org.galton.statistics.mass;

import org.galton.numerics.Expect;

/**
 * A token or an answer that a model may draw.
 *
 * @param probability 0 to 1
 * @param correct whether it is rewarded as right
 * @param drawn whether a rollout drew it, once or more
 */
public record MassItem(double probability, boolean correct, boolean drawn) {

  public MassItem {
    Expect.that(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
  }
}
