package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RatioTest {
  @Test
  void aRatioFallsWhereItGoesTheWrongWayByMoreThanATenth() {
    Ratio rate = Ratio.higherIsBetter("tokens a second", "one at a time", 0.89);
    assertThat(rate.fellFrom(1)).isTrue();
    assertThat(rate.fellFrom(0.98)).isFalse();
    assertThat(rate.fellFrom(0.5)).isFalse();

    Ratio time = Ratio.lowerIsBetter("CPU time of stats", "spark-submit", 0.56);
    assertThat(time.fellFrom(0.5)).isTrue();
    assertThat(time.fellFrom(0.52)).isFalse();
    assertThat(time.fellFrom(0.9)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aRatioIsAPositiveNumber(double value) {
    assertThatThrownBy(() -> Ratio.higherIsBetter("this", "that", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Invalid ratio %s of this against that: expected a positive number".formatted(value));
  }
}
