package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ChiSquareTest {

  /** With two degrees the tail is exp(-x/2). */
  @Test
  void tailsOfTwoDegreesAreExponential() {
    for (double x : new double[] {0.5, 3, 60, 600}) {
      assertThat(ChiSquare.upperTail(x, 2))
          .isCloseTo(Math.exp(-x / 2), Percentage.withPercentage(1e-9));
    }
  }

  @Test
  void tailsAreThoseOfTheTables() {
    // R: pchisq(c(3.841459, 18.30704), c(1, 10), lower.tail = FALSE).
    assertThat(ChiSquare.upperTail(3.841459, 1)).isCloseTo(0.05, Percentage.withPercentage(1e-4));
    assertThat(ChiSquare.upperTail(18.30704, 10)).isCloseTo(0.05, Percentage.withPercentage(1e-4));
  }

  @Test
  void nothingIsBelowZero() {
    assertThat(ChiSquare.upperTail(0, 3)).isEqualTo(1);
    assertThat(ChiSquare.upperTail(-0.0, 3)).isEqualTo(1);
  }
}
