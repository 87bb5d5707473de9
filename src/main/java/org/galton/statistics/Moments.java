package org.galton.statistics;

import java.util.Arrays;

/** Mean and squared deviations of a sample, the same bits for every order of it. */
final class Moments {

  private Moments() {}

  /**
   * Needs one value or more. The mean of equal values is that value, so that their spread is
   * exactly 0.
   */
  static double mean(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return low == high ? low : CompensatedSum.ofSorted(values) / values.length;
  }

  /** sum (v_i - mean)^2. */
  static double squaredDeviations(double[] values) {
    double mean = mean(values);
    double[] squares = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      squares[i] = (values[i] - mean) * (values[i] - mean);
    }
    return CompensatedSum.ofSorted(squares);
  }

  /** Unbiased variance; needs two values or more. */
  static double variance(double[] values) {
    return squaredDeviations(values) / (values.length - 1);
  }
}
