package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigmoidCurveTest {
  private static final SigmoidCurve PUBLISHED = new SigmoidCurve(0.40, 0.645, 1.70, 10909);

  @ParameterizedTest
  @CsvSource({
    "100, 0.4000840974",
    "1500, 0.4081216832",
    "5000, 0.4513959637",
    "10909, 0.5225000000",
    "50000, 0.6278731113",
    "100000, 0.6394605284",
    "1e7, 0.6449977437"
  })
  void theRewardHasItsKnownAnswers(double compute, double reward) {
    assertThat(PUBLISHED.rewardAt(compute)).isCloseTo(reward, within(5e-11));
  }

  @ParameterizedTest
  @CsvSource({"0.50, 8767.233785", "0.60, 26233.367831", "0.64, 106353.154410"})
  void theComputeForARewardHasItsKnownAnswers(double reward, double compute) {
    assertThat(PUBLISHED.computeForReward(reward).orElseThrow()).isCloseTo(compute, within(5e-7));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.645, 0.65, 0.40, 0.3, -1, Double.NaN})
  void noComputeReachesWhatLiesOutsideTheCurve(double reward) {
    assertThat(PUBLISHED.computeForReward(reward)).isEmpty();
  }

  @Test
  void theGainHasItsKnownAnswers() {
    assertThat(PUBLISHED.computeForGainShare(0.9)).isCloseTo(39728.673528, within(5e-7));
    assertThat(PUBLISHED.computeForGainShare(0.99)).isCloseTo(162812.5946295, within(5e-7));
    assertThat(PUBLISHED.slopeAtMidpoint()).isCloseTo(0.104125, within(1e-15));
    assertThat(PUBLISHED.tailCoefficient()).isCloseTo(1792257.825632, within(5e-6));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-3, 1, 1e30, 1e300})
  void extremeComputeStaysOnTheCurve(double compute) {
    SigmoidCurve steep = new SigmoidCurve(0, 1, 10, 1e4);
    assertThat(steep.rewardAt(compute)).isBetween(0.0, 1.0);
  }

  @Test
  void aTargetBeyondEveryDoubleIsAbsent() {
    SigmoidCurve flat = new SigmoidCurve(0.1, 0.9, 0.001, 1e4);
    assertThat(flat.computeForReward(0.8999)).isEmpty();
    assertThat(flat.computeForReward(0.1001)).isEmpty();
  }

  @Test
  void farAboveTheMidpointTheCurveIsAPowerLaw() {
    double tail = 0.645 - PUBLISHED.tailCoefficient() / Math.pow(1e8, 1.7);
    assertThat(PUBLISHED.rewardAt(1e8)).isCloseTo(tail, within(1e-9));
  }

  @Test
  void invalidCurvesAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new SigmoidCurve(0.5, 0.4, 1, 1))
        .hasMessage("Invalid asymptote 0.4: expected 0.5 to 1");
    assertThatThrownBy(() -> new SigmoidCurve(0.5, 0.6, 0, 1))
        .hasMessage("Invalid exponent 0.0: expected a finite number above 0");
    assertThatThrownBy(() -> PUBLISHED.rewardAt(0))
        .hasMessage("Invalid compute 0.0: expected a finite number above 0");
    assertThatThrownBy(() -> PUBLISHED.computeForGainShare(1))
        .hasMessage("Invalid share of the gain 1.0: expected between 0 and 1");
  }
}
