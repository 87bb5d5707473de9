package org.galton.statistics.test;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.galton.numerics.Expect;

/**
 * How many prompts a paired comparison needs, or what it can see.
 *
 * <pre>
 *  M     = (z_{alpha/2} + z_beta)^2 variance / delta^2
 *  delta = (z_{alpha/2} + z_beta) sqrt(variance / M)
 * </pre>
 *
 * <p>A two-sided normal test; too few by about two prompts when M is below 50. More rollouts only
 * shrink the within terms of {@link PairedDesign#variance}: below omega^2/M no number of them
 * helps.
 *
 * <p>Miller, Adding Error Bars to Evals, 2024, arXiv:2411.00640.
 *
 * @param significance alpha, chance to see a difference where there is none
 * @param power chance to see a difference of the given size
 */
public record SampleSize(double significance, double power) {

  public SampleSize {
    Expect.that(
        significance > 0 && significance < 1, "significance", significance, "between 0 and 1");
    Expect.that(power >= 0.5 && power < 1, "power", power, "0.5 or more and below 1");
  }

  /** Significance 0.05, power 0.8. */
  public static SampleSize withDefaults() {
    return new SampleSize(0.05, 0.8);
  }

  public SampleSize withSignificance(double alpha) {
    return new SampleSize(alpha, power);
  }

  public SampleSize withPower(double chance) {
    return new SampleSize(significance, chance);
  }

  /** Prompts needed to see this difference; a real number, to be rounded up. */
  public double prompts(PairedDesign design, double difference) {
    Expect.that(difference > 0 && Double.isFinite(difference), "difference", difference, "above 0");
    double reach = reach() / difference;
    return reach * reach * design.variance();
  }

  /** The smallest difference that this many prompts let one see. */
  public double detectableDifference(PairedDesign design, int prompts) {
    Expect.that(prompts >= 1, "prompts", prompts, "1 or more");
    return reach() * Math.sqrt(design.variance() / prompts);
  }

  private double reach() {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    return normal.inverseCumulativeProbability(1 - significance / 2)
        + normal.inverseCumulativeProbability(power);
  }
}
