package org.galton.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;

/** Mean, spread and product of deviations of a sample, the same bits for every order of it. */
public final class Moments {

  private Moments() {}

  /**
   * Needs one value or more. Of equal values it is that value, so that their spread is exactly 0.
   */
  public static double mean(double[] values) {
    double low = Arrays.stream(values).min().orElseThrow();
    double high = Arrays.stream(values).max().orElseThrow();
    return low == high ? low : CompensatedSum.ofSorted(values) / values.length;
  }

  /** v_i - mean. */
  public static double[] deviations(double[] values) {
    double mean = mean(values);
    return Arrays.stream(values).map(value -> value - mean).toArray();
  }

  /** sum x_i y_i. */
  public static double product(double[] x, double[] y) {
    double[] products = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      products[i] = x[i] * y[i];
    }
    return CompensatedSum.ofSorted(products);
  }

  /** Unbiased variance; needs two values or more. */
  public static double variance(double[] values) {
    double[] deviations = deviations(values);
    return product(deviations, deviations) / (values.length - 1);
  }

  /** Of the mean; absent below two values. */
  public static OptionalDouble standardError(double[] values) {
    return values.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.sqrt(variance(values) / values.length));
  }
}
