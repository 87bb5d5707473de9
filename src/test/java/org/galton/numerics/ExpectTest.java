package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExpectTest {

  @Test
  void aRefusalNamesSubjectValueAndExpectation() {
    assertThatThrownBy(() -> Expect.that(false, "k", 0, "1 or more"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Invalid k 0: expected 1 or more");
    assertThatThrownBy(() -> Expect.positive(Double.POSITIVE_INFINITY, "compute"))
        .hasMessage("Invalid compute Infinity: expected a finite number above 0");
    assertThatThrownBy(() -> Expect.share(Double.NaN, "reward"))
        .hasMessage("Invalid reward NaN: expected 0 to 1");
    assertThatThrownBy(() -> Expect.finite(new double[] {1, Double.NaN}, "value"))
        .hasMessage("Invalid value NaN: expected a finite number");
    assertThatThrownBy(() -> Expect.probabilities(new double[] {0.5, 1.5}, "p-value"))
        .hasMessage("Invalid p-value 1.5: expected 0 to 1");
  }

  @Test
  void bothEndsOfAShareAreAllowedAndZeroIsNotPositive() {
    assertThatCode(() -> Expect.probabilities(new double[] {0, 1}, "p-value"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Expect.positive(0, "compute")).hasMessageContaining("compute 0.0");
  }
}
