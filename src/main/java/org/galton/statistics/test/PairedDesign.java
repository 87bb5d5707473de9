package org.galton.statistics.test;

import org.galton.numerics.Expect;

/**
 * How two systems will be compared on shared prompts, as far as it shapes the variance of one
 * prompt's difference.
 *
 * <pre>  variance = omega^2 + s_a^2/K_a + s_b^2/K_b</pre>
 *
 * @param betweenDifference omega^2, variance over prompts of the difference of the two true rates
 * @param withinFirst s_a^2, variance of a single rollout of the first system around its prompt's
 *     rate
 * @param rolloutsFirst K_a, rollouts per prompt of the first system
 * @param withinSecond s_b^2
 * @param rolloutsSecond K_b
 */
public record PairedDesign(
    double betweenDifference,
    double withinFirst,
    int rolloutsFirst,
    double withinSecond,
    int rolloutsSecond) {

  public PairedDesign {
    notNegative(betweenDifference, "betweenDifference");
    notNegative(withinFirst, "withinFirst");
    notNegative(withinSecond, "withinSecond");
    Expect.that(rolloutsFirst >= 1, "rolloutsFirst", rolloutsFirst, "1 or more");
    Expect.that(rolloutsSecond >= 1, "rolloutsSecond", rolloutsSecond, "1 or more");
  }

  /** Variance of one prompt's difference. */
  public double variance() {
    return betweenDifference + withinFirst / rolloutsFirst + withinSecond / rolloutsSecond;
  }

  private static void notNegative(double variance, String subject) {
    Expect.that(variance >= 0 && Double.isFinite(variance), subject, variance, "0 or more");
  }
}
