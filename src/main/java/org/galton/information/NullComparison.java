package org.galton.information;

import java.util.Arrays;
import org.galton.numerics.Quantile;

/**
 * A statistic beside what it is on data without the dependence in question.
 *
 * @param observed on the data
 * @param nullMedian median over surrogates: what chance and the estimator's bias give
 * @param nullLow 5 % of surrogates are below
 * @param nullHigh 5 % of surrogates are above
 * @param pValue (1 + number of surrogates at or above the observed value) / (1 + surrogates), never
 *     0
 */
public record NullComparison(
    double observed, double nullMedian, double nullLow, double nullHigh, double pValue) {
  private static final double ROUNDING = 1e-12;

  /** Of a statistic and its values on surrogates, one or more. */
  public static NullComparison of(double observed, double[] surrogates) {
    double[] sorted = surrogates.clone();
    Arrays.sort(sorted);
    long reached = Arrays.stream(sorted).filter(value -> reaches(value, observed)).count();
    return new NullComparison(
        observed,
        Quantile.ofSorted(sorted, 1, 2),
        Quantile.ofSorted(sorted, 1, 20),
        Quantile.ofSorted(sorted, 19, 20),
        (1.0 + reached) / (1 + sorted.length));
  }

  /**
   * The same of a statistic that may lie on either side: p is twice the smaller of both, at most 1.
   */
  public static NullComparison twoSided(double observed, double[] surrogates) {
    NullComparison upper = of(observed, surrogates);
    long below = Arrays.stream(surrogates).filter(value -> reaches(observed, value)).count();
    double lower = (1.0 + below) / (1 + surrogates.length);
    return new NullComparison(
        observed,
        upper.nullMedian,
        upper.nullLow,
        upper.nullHigh,
        Math.min(1, 2 * Math.min(upper.pValue, lower)));
  }

  /** Whether a surrogate's value is at or above the observed one, but for rounding. */
  public static boolean reaches(double surrogate, double observed) {
    return surrogate >= observed - ROUNDING;
  }

  /** The observed value without the median of the surrogates; may be negative. */
  public double corrected() {
    return observed - nullMedian;
  }
}
