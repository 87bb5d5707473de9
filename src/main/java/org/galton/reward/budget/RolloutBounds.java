package org.galton.reward.budget;

import org.galton.numerics.Expect;

/**
 * Fewest and most rollouts of a prompt.
 *
 * @param low 1 or more: from none to one nothing is gained, so that rules would stop too early
 * @param high low or more
 */
public record RolloutBounds(int low, int high) {

  public RolloutBounds {
    Expect.that(low >= 1, "fewest rollouts of a prompt", low, "1 or more");
    Expect.that(high >= low, "most rollouts of a prompt", high, "at least the fewest, " + low);
  }

  /** 2 to 128. */
  public static RolloutBounds withDefaults() {
    return new RolloutBounds(2, 128);
  }

  int clamp(double rollouts) {
    return (int) Math.max(low, Math.min(high, rollouts));
  }
}
