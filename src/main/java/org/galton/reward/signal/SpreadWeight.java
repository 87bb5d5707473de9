package org.galton.reward.signal;

import org.galton.numerics.Expect;
import org.galton.numerics.Logistic;

/**
 * Weighs prompts by how far the scores of their rollouts lie apart. With sigma a prompt's standard
 * deviation and sigma_bar the usual one:
 *
 * <pre>  w = low + (high - low)/(1 + exp(-steepness (sigma - sigma_bar)))</pre>
 *
 * <p>In the units of the reward model: with steepness 6 a difference of 1 is a switch.
 *
 * @param low weight of prompts on which the reward model agrees with itself, above 0
 * @param high weight of the others, low or more
 * @param steepness per unit of the score, above 0
 */
public record SpreadWeight(double low, double high, double steepness) {

  public SpreadWeight {
    Expect.positive(low, "lowest weight");
    Expect.that(
        high >= low && Double.isFinite(high),
        "highest weight",
        high,
        "a finite number from the lowest weight, " + low);
    Expect.positive(steepness, "steepness");
  }

  /** 0.4, 3.0, 6.0: those of the paper's appendix. */
  public static SpreadWeight ofAppendix() {
    return new SpreadWeight(0.4, 3.0, 6.0);
  }

  /** 0.5, 2.0, 5.0: those of the paper's main text. */
  public static SpreadWeight ofMainText() {
    return new SpreadWeight(0.5, 2.0, 5.0);
  }

  /** w for sigma - sigma_bar. */
  public double of(double difference) {
    return low + (high - low) * Logistic.probability(steepness * difference);
  }
}
