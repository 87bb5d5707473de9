package org.galton.frechet;

import org.galton.numerics.Expect;

/**
 * A Gaussian by its mean and covariance.
 *
 * @param mean of d numbers
 * @param covariance d x d, symmetric
 */
@SuppressWarnings("ArrayRecordComponent")
public record Gaussian(double[] mean, double[][] covariance) {
  public Gaussian {
    Expect.that(
        mean.length >= 1 && covariance.length == mean.length,
        "dimensions",
        covariance.length,
        "those of the mean, 1 or more");
  }

  public int dimensions() {
    return mean.length;
  }
}
