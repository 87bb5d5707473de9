package org.galton.statistics.regression;

import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;

/**
 * One term of a regression.
 *
 * @param term its name
 * @param value the estimate
 * @param standardError above 0
 */
public record Coefficient(String term, double value, double standardError) {

  public Coefficient {
    Expect.that(
        standardError > 0 && Double.isFinite(standardError),
        "standard error of " + term,
        standardError,
        "a number above 0");
  }

  /** value / standardError. */
  public double score() {
    return value / standardError;
  }

  /** Two-sided, normal. */
  public double pValue() {
    return Confidence.normalTails(score());
  }

  /** Normal, at this confidence, such as 0.95. */
  public Interval interval(double confidence) {
    double half = new Confidence(confidence).z() * standardError;
    return new Interval(value - half, value + half);
  }

  /** exp(value): what the odds are multiplied with for one unit of the term. */
  public double oddsRatio() {
    return Math.exp(value);
  }

  /** The ends of {@link #interval} as odds ratios. */
  public Interval oddsRatioInterval(double confidence) {
    Interval interval = interval(confidence);
    return new Interval(Math.exp(interval.low()), Math.exp(interval.high()));
  }
}
