package org.galton.statistics.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.galton.statistics.error.RateInterval.CLOPPER_PEARSON;
import static org.galton.statistics.error.RateInterval.WILSON;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RateIntervalTest {

  @ParameterizedTest
  @CsvSource({
    "WILSON, 0, 0, 0.1611251581",
    "WILSON, 5, 0.1118617014, 0.4687008776",
    "CLOPPER_PEARSON, 0, 0, 0.1684334710",
    "CLOPPER_PEARSON, 5, 0.0865714691, 0.4910458717"
  })
  void intervalsOfTwentyRolloutsHaveTheirKnownAnswers(
      RateInterval kind, int correct, double low, double high) {
    Interval interval = kind.of(new Tally(20, correct), 0.95).orElseThrow();
    assertThat(interval.low()).isCloseTo(low, within(5e-11));
    assertThat(interval.high()).isCloseTo(high, within(5e-11));
  }

  @ParameterizedTest
  @EnumSource
  void swappingRightAndWrongMirrorsTheInterval(RateInterval kind) {
    for (int c = 0; c <= 33; c++) {
      Interval right = kind.of(new Tally(33, c), 0.9).orElseThrow();
      Interval wrong = kind.of(new Tally(33, 33 - c), 0.9).orElseThrow();
      assertThat(right.low()).isCloseTo(1 - wrong.high(), within(1e-13));
      assertThat(right.contains(c / 33.0)).isTrue();
    }
  }

  @Test
  void wilsonEndsAreTheRatesThatAScoreTestJustAccepts() {
    Interval interval = WILSON.of(new Tally(47, 11), 0.95).orElseThrow();
    for (double end : new double[] {interval.low(), interval.high()}) {
      double score = (11 / 47.0 - end) / Math.sqrt(end * (1 - end) / 47);
      assertThat(Math.abs(score)).isCloseTo(1.959963984540054, within(1e-12));
    }
  }

  @Test
  void clopperPearsonEndsAreTheRatesThatAnExactTestJustAccepts() {
    Interval interval = CLOPPER_PEARSON.of(new Tally(47, 11), 0.95).orElseThrow();
    BinomialDistribution atLow = new BinomialDistribution(null, 47, interval.low());
    BinomialDistribution atHigh = new BinomialDistribution(null, 47, interval.high());
    assertThat(1 - atLow.cumulativeProbability(10)).isCloseTo(0.025, within(1e-12));
    assertThat(atHigh.cumulativeProbability(11)).isCloseTo(0.025, within(1e-12));
  }

  @Test
  void aMillionRolloutsBringAllIntervalsTogether() {
    Tally million = new Tally(1_000_000, 300_000);
    Interval wilson = WILSON.of(million, 0.95).orElseThrow();
    Interval exact = CLOPPER_PEARSON.of(million, 0.95).orElseThrow();
    Interval jeffreys = BetaBelief.JEFFREYS.given(million).interval(0.95);
    // They differ by terms of order 1/n.
    assertThat(exact.low()).isCloseTo(wilson.low(), within(2e-6));
    assertThat(exact.high()).isCloseTo(wilson.high(), within(2e-6));
    assertThat(jeffreys.low()).isCloseTo(wilson.low(), within(2e-6));
    assertThat(jeffreys.high()).isCloseTo(wilson.high(), within(2e-6));
  }

  @ParameterizedTest
  @EnumSource
  void theEndsAreExactAtNoneAndAll(RateInterval kind) {
    assertThat(kind.of(new Tally(1_000_000, 0), 0.95).orElseThrow().low()).isEqualTo(0);
    assertThat(kind.of(new Tally(1_000_000, 1_000_000), 0.95).orElseThrow().high()).isEqualTo(1);
    assertThat(kind.of(new Tally(0, 0), 0.95)).isEmpty();
  }

  @Test
  void invalidConfidenceIsNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> WILSON.of(new Tally(4, 2), 1))
        .hasMessage("Invalid confidence 1.0: expected between 0 and 1");
    assertThatThrownBy(() -> new Interval(1, 0))
        .hasMessage("Invalid interval [1.0, 0.0]: expected low <= high");
  }
}
