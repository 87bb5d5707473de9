package org.galton.audit;

import org.galton.numerics.Expect;

/** The mean probability of each token over positions. */
public final class LensMean {
  private LensMean() {}

  /**
   * @param probabilities [position][token], at least one position, all of one length
   */
  public static double[] of(double[][] probabilities) {
    Expect.that(probabilities.length > 0, "positions", 0, "one or more");
    double[] mean = new double[probabilities[0].length];
    for (double[] position : probabilities) {
      for (int token = 0; token < mean.length; token++) {
        mean[token] += position[token] / probabilities.length;
      }
    }
    return mean;
  }

  /**
   * Score of a feature of a sparse dictionary: mean activation times ln(1 / density).
   *
   * @param activation 0 or more
   * @param density share of tokens on which it is active, in (0, 1]
   */
  public static double featureScore(double activation, double density) {
    Expect.that(density > 0 && density <= 1, "density", density, "above 0 and at most 1");
    return activation * Math.log(1 / density);
  }
}
