package org.galton.statistics;

/** How k of the n rollouts of a prompt are drawn. */
public enum Draws {

  /** Every set of k rollouts is equally likely: what makes an estimator unbiased. */
  WITHOUT_REPLACEMENT {
    @Override
    double grown(double weight, int from, int of) {
      return weight * (of - from) / (from + 1);
    }
  },

  /** The limit of bootstraps, for comparison with tools that report it. Biased. */
  WITH_REPLACEMENT {
    @Override
    double grown(double weight, int from, int of) {
      return weight * of / (from + 1);
    }
  };

  /** Weight of drawing one more than {@code from} out of {@code of}: C(of, x), or of^x/x!. */
  abstract double grown(double weight, int from, int of);

  /**
   * Weights of drawing 0, 1, … most out of {@code of}, each times scale^count. With scale = k/n the
   * products that make up a draw of k stay below e^k, where the bare binomials would overflow.
   */
  double[] weights(int of, int most, double scale) {
    double[] weights = new double[most + 1];
    weights[0] = 1;
    for (int x = 0; x < most; x++) {
      weights[x + 1] = grown(weights[x], x, of) * scale;
    }
    return weights;
  }
}
