package org.galton.reward.budget;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.galton.numerics.Expect;

/**
 * When N rollouts of a prompt teach anything, for a success probability p and rewards of two
 * values: only where both are drawn.
 *
 * <pre>  P(N, p) = 1 - p^N - (1-p)^N</pre>
 */
public final class GroupSignal {
  private static final double WHOLE = 0x1p53;

  private GroupSignal() {}

  /**
   * The chance that a group has a gradient; 0 for N below 2. Small chances keep their digits.
   *
   * @param rollouts N, 0 or more
   * @param p 0 to 1
   */
  public static double chance(long rollouts, double p) {
    Expect.that(rollouts >= 0, "rollouts", rollouts, "0 or more");
    Expect.share(p, "success rate");
    double rare = Math.min(p, 1 - p);
    return rollouts < 2 ? 0 : -Math.expm1(rollouts * Math.log1p(-rare)) - Math.pow(rare, rollouts);
  }

  /** 1/(p(1-p)) - 1, the rollouts until both were drawn; empty where p is 0 or 1. */
  public static OptionalDouble expectedRollouts(double p) {
    Expect.share(p, "success rate");
    return p == 0 || p == 1 ? OptionalDouble.empty() : OptionalDouble.of(1 / (p * (1 - p)) - 1);
  }

  /**
   * ln(1 - chance)/ln(max(p, 1-p)): the rollouts for a chance of both, without the chance that only
   * the rarer was drawn. A little below the least number; empty where p is 0 or 1.
   *
   * @param chance above 0 and below 1
   */
  public static OptionalDouble approximateRollouts(double chance, double p) {
    Expect.that(chance > 0 && chance < 1, "chance", chance, "above 0 and below 1");
    Expect.share(p, "success rate");
    return p == 0 || p == 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.log1p(-chance) / Math.log1p(-Math.min(p, 1 - p)));
  }

  /**
   * The least N with P(N, p) of at least a chance; empty where p is 0 or 1, or so close that N is
   * above 2^53.
   */
  public static OptionalLong leastRollouts(double chance, double p) {
    OptionalDouble near = approximateRollouts(chance, p);
    if (near.isEmpty() || near.getAsDouble() > WHOLE) {
      return OptionalLong.empty();
    }
    // One below, for the approximation may be rounded up.
    long rollouts = Math.max(2, (long) Math.ceil(near.getAsDouble()) - 1);
    while (chance(rollouts, p) < chance) {
      rollouts++;
    }
    return OptionalLong.of(rollouts);
  }
}
