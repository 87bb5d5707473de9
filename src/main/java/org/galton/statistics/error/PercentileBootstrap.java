package org.galton.statistics.error;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.numerics.Quantile;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;

/**
 * What resampled values of a figure say about its error: percentiles of type 7, and a test against
 * 0. For figures that {@link Bootstrap} does not resample itself.
 *
 * <p>Efron and Tibshirani, An Introduction to the Bootstrap, 1993.
 */
public final class PercentileBootstrap {

  private PercentileBootstrap() {}

  /**
   * @param resampled one value or more, in any order
   * @param confidence such as 0.95
   */
  public static Interval interval(double[] resampled, double confidence) {
    double tail = new Confidence(confidence).tail();
    double[] sorted = sorted(resampled);
    return new Interval(Quantile.ofSorted(sorted, tail), Quantile.ofSorted(sorted, 1 - tail));
  }

  /**
   * Two-sided: twice the smaller of the shares at or below 0 and at or above 0, each counting one
   * value more, at most 1.
   *
   * @param resampled one value or more, in any order
   */
  public static double pValue(double[] resampled) {
    double[] sorted = sorted(resampled);
    long below = Arrays.stream(sorted).filter(value -> value <= 0).count();
    long above = Arrays.stream(sorted).filter(value -> value >= 0).count();
    return Math.min(1, 2 * (1.0 + Math.min(below, above)) / (1.0 + sorted.length));
  }

  private static double[] sorted(double[] values) {
    Expect.that(values.length >= 1, "number of resampled values", values.length, "1 or more");
    Expect.finite(values, "resampled value");
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
