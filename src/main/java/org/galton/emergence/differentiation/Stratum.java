package org.galton.emergence.differentiation;

import org.apache.commons.math3.special.Beta;
import org.galton.statistics.test.TestResult;
import org.galton.statistics.test.TestStatus;

/**
 * A line of an analysis of variance.
 *
 * @param squares sum of squares
 * @param degrees of freedom
 */
record Stratum(double squares, int degrees) {

  double meanSquare() {
    return squares / degrees;
  }

  Stratum pooled(Stratum other) {
    return new Stratum(squares + other.squares, degrees + other.degrees);
  }

  /** nu ln lambda. */
  double deviance() {
    return degrees * Math.log(meanSquare());
  }

  /** F of this line against another, the upper tail. */
  TestResult against(Stratum residual, String of, int values) {
    if (residual.degrees < 1) {
      return TestResult.absent(
          TestStatus.TOO_FEW, "3 or more rounds are needed for the %s".formatted(of), values);
    }
    if (residual.squares == 0) {
      return TestResult.absent(
          TestStatus.NO_RESIDUAL,
          "agents, rounds and %s leave no spread to compare with".formatted(of),
          values);
    }
    double f = meanSquare() / residual.meanSquare();
    double share = residual.degrees / (residual.degrees + degrees * f);
    double tail = Beta.regularizedBeta(share, residual.degrees / 2.0, degrees / 2.0);
    return TestResult.made(f, Math.min(1, tail), values);
  }
}
