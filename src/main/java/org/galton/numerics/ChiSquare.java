package org.galton.numerics;

import org.apache.commons.math3.special.Gamma;

/** The chi-square distribution. */
public final class ChiSquare {

  private ChiSquare() {}

  /**
   * P(X &gt;= statistic), the regularized incomplete gamma function Q(degrees/2, statistic/2):
   * small tails keep their digits, which 1 - cdf would lose.
   *
   * @param statistic finite; 1 is returned where it is 0 or less
   * @param degrees of freedom, 1 or more
   */
  public static double upperTail(double statistic, int degrees) {
    return statistic > 0 ? Math.min(1, Gamma.regularizedGammaQ(degrees / 2.0, statistic / 2)) : 1;
  }
}
