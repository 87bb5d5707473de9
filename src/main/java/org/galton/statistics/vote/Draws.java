package org.galton.statistics.vote;

/** How k of the n rollouts of a prompt are drawn. */
public enum Draws {

  /** Every set of k rollouts is equally likely: what makes an estimator unbiased. */
  WITHOUT_REPLACEMENT {
    @Override
    double left(int from, int of) {
      return of - from;
    }
  },

  /** The limit of bootstraps, for comparison with tools that report it. Biased. */
  WITH_REPLACEMENT {
    @Override
    double left(int from, int of) {
      return of;
    }
  };

  /** Of how many the next one is drawn when {@code from} out of {@code of} are. */
  abstract double left(int from, int of);

  /**
   * Weights of drawing x = 0, 1, … most out of {@code of}: C(of, x), or of^x/x!, each times
   * scale^x. With scale = k/n the products that make up a draw of k stay below e^k, where the bare
   * binomials would overflow.
   */
  double[] weights(int of, int most, double scale) {
    double[] weights = new double[most + 1];
    weights[0] = 1;
    for (int x = 0; x < most && left(x, of) > 0; x++) {
      // Nothing here waits for the division.
      weights[x + 1] = weights[x] * (left(x, of) * (scale / (x + 1)));
    }
    return weights;
  }
}
