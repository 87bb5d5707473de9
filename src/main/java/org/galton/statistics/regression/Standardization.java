package org.galton.statistics.regression;

import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * A scale on which a sample has mean 0 and standard deviation 1.
 *
 * @param mean of the sample
 * @param deviation of the sample, with n - 1, above 0
 */
public record Standardization(double mean, double deviation) {
  /** Relative to the largest value; a spread below is rounding. */
  private static final double ROUNDING = 1e-13;

  public Standardization {
    Expect.that(deviation > 0, "standard deviation", deviation, "above 0");
  }

  /** Empty for fewer than two values, and for values that do not vary. */
  public static Optional<Standardization> of(double[] values) {
    Expect.finite(values, "value");
    if (values.length < 2) {
      return Optional.empty();
    }
    double deviation = Math.sqrt(Moments.variance(values));
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return deviation > ROUNDING * largest
        ? Optional.of(new Standardization(Moments.mean(values), deviation))
        : Optional.empty();
  }

  /** The value in standard deviations from the mean. */
  public double score(double value) {
    return (value - mean) / deviation;
  }
}
