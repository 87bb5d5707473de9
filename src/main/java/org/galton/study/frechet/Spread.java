package org.galton.study.frechet;

import java.util.Arrays;
import org.galton.numerics.Quantile;

/**
 * A 95 % interval of a distance at its number of vectors. Draws of a bootstrap are further apart
 * than the samples that they are drawn from, so their own quantiles would lie too high: what is
 * taken from them is how they spread about their mean.
 *
 * @param bias mean of the draws, less the distance
 */
record Spread(Double low, Double high, Double bias) {
  private static final int FEWEST = 40;

  /**
   * @param all of which those that are not NaN count
   */
  static Spread of(double value, double[] all) {
    double[] draws = Arrays.stream(all).filter(draw -> !Double.isNaN(draw)).toArray();
    if (draws.length < FEWEST) {
      return new Spread(null, null, null);
    }
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double mean = Arrays.stream(draws).average().orElseThrow();
    return new Spread(
        Math.max(0, value - (Quantile.ofSorted(sorted, 39, 40) - mean)),
        value + (mean - Quantile.ofSorted(sorted, 1, 40)),
        mean - value);
  }
}
