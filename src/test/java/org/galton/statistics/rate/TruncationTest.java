package org.galton.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.galton.statistics.rate.Truncation.Alarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1000, OK",
    "50, 1000, OK",
    "51, 1000, WARN",
    "100, 1000, WARN",
    "101, 1000, ALARM",
    "3, 30, WARN",
    "7, 70, WARN",
    "1, 1, ALARM"
  })
  void theAlarmStartsAboveItsThreshold(int truncated, int rollouts, Alarm expected) {
    assertThat(Truncation.of(truncated, rollouts).orElseThrow().alarm()).isEqualTo(expected);
  }

  @Test
  void theRateCarriesAWilsonInterval() {
    Truncation found = Truncation.of(5, 20).orElseThrow();
    assertThat(found.rate()).isEqualTo(0.25);
    assertThat(found.interval().low()).isCloseTo(0.1118617014, within(5e-11));
    assertThat(found.interval().high()).isCloseTo(0.4687008776, within(5e-11));
    assertThat(found.all()).isFalse();
    assertThat(Truncation.of(20, 20).orElseThrow().all()).isTrue();
  }

  @Test
  void noRolloutHasNoRate() {
    assertThat(Truncation.of(0, 0)).isEmpty();
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> Truncation.of(3, 2))
        .hasMessage("Invalid truncated 3: expected 0 to rollouts (2)");
    assertThatThrownBy(() -> Truncation.of(0, -1))
        .hasMessage("Invalid rollouts -1: expected 0 or more");
  }
}
