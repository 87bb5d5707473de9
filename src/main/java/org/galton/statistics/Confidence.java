package org.galton.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.galton.numerics.Expect;

/**
 * With what probability an interval holds.
 *
 * @param probability strictly between 0 and 1
 */
public record Confidence(double probability) {

  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  public Confidence {
    // One unit in the last place below 1 the quantiles would be infinite.
    boolean hasQuantiles = probability > 0 && 1 - (1 - probability) / 2 < 1;
    Expect.that(hasQuantiles, "confidence", probability, "between 0 and 1");
  }

  /** Probability left outside on each side. */
  public double tail() {
    return (1 - probability) / 2;
  }

  /** Two-sided normal quantile; 1.96 at 0.95. */
  public double z() {
    return NORMAL.inverseCumulativeProbability(1 - tail());
  }

  /** Two-sided Student quantile. */
  public double t(int degrees) {
    return new TDistribution(null, degrees).inverseCumulativeProbability(1 - tail());
  }

  /** Two-sided p-value of a Student score. */
  public static double studentTails(double score, int degrees) {
    return 2 * new TDistribution(null, degrees).cumulativeProbability(-Math.abs(score));
  }

  /** Two-sided p-value of a standard normal score. */
  public static double normalTails(double score) {
    return 2 * NORMAL.cumulativeProbability(-Math.abs(score));
  }

  /** P(Z &gt;= score) of a standard normal Z. */
  public static double normalUpperTail(double score) {
    return NORMAL.cumulativeProbability(-score);
  }

  /** The standard normal quantile; infinite at 0 and at 1. */
  public static double score(double probability) {
    return NORMAL.inverseCumulativeProbability(probability);
  }
}
