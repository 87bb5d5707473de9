package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveFittingTest {
  private static final CurveFitting FROM_040 =
      CurveFitting.withDefaults()
          .with(new StartingReward.Fixed(0.40))
          .with(ProfileInterval.withDefaults().with(ProfileInterval.Quantile.CHI_SQUARE));

  @Test
  void leastSquaresFromAKnownStartHasItsKnownAnswers() {
    ScalingFit.Accepted fit = Series.accepted(FROM_040.of(Series.eight()));
    assertThat(fit.curve().asymptote()).isCloseTo(0.640934, within(5e-7));
    assertThat(fit.curve().exponent()).isCloseTo(1.640257, within(5e-7));
    assertThat(fit.curve().midpoint()).isCloseTo(9427.2325, within(5e-5));
    assertThat(fit.errors().squares()).isCloseTo(2.602052e-6, within(5e-13));
    RewardInterval interval = fit.asymptote().orElseThrow();
    assertThat(interval.low().orElseThrow()).isCloseTo(0.638514, within(5e-7));
    assertThat(interval.high().orElseThrow()).isCloseTo(0.643450, within(5e-7));
  }

  @Test
  void leastSquaresWithAFreeStartHasItsKnownAnswers() {
    ScalingFit.Accepted fit =
        Series.accepted(FROM_040.with(new StartingReward.Free()).of(Series.eight()));
    assertThat(fit.curve().start()).isCloseTo(0.401623, within(5e-7));
    assertThat(fit.curve().asymptote()).isCloseTo(0.639575, within(5e-7));
    assertThat(fit.curve().exponent()).isCloseTo(1.676510, within(5e-7));
    assertThat(fit.curve().midpoint()).isCloseTo(9446.2412, within(5e-5));
    assertThat(fit.errors().squares()).isCloseTo(1.609812e-6, within(5e-13));
  }

  @Test
  void theGridOfThePaperHasItsKnownAnswers() {
    ScalingFit.Accepted fit =
        Series.accepted(
            FROM_040.with(PaperGrid.withDefaults().withMidpoints(100, 40000)).of(Series.eight()));
    assertThat(fit.curve().asymptote()).isEqualTo(0.640);
    assertThat(fit.curve().exponent()).isCloseTo(1.650513, within(5e-7));
    assertThat(fit.curve().midpoint()).isCloseTo(9369.696970, within(5e-7));
    assertThat(fit.errors().squares()).isCloseTo(2.895787e-6, within(5e-13));
    assertThat(fit.asymptote()).isEmpty();
  }

  @Test
  void theFirstFivePointsPromiseTooMuch() {
    ScalingFit.Accepted fit = Series.accepted(FROM_040.of(Series.eight().subList(0, 5)));
    assertThat(fit.curve().asymptote()).isCloseTo(0.677893, within(5e-7));
    assertThat(fit.curve().exponent()).isCloseTo(1.545881, within(5e-7));
    assertThat(fit.curve().midpoint()).isCloseTo(11177.3146, within(5e-5));
    assertThat(fit.curve().rewardAt(16000)).isCloseTo(0.576513, within(5e-7));
    assertThat(fit.curve().rewardAt(26000)).isCloseTo(0.618614, within(5e-7));
    assertThat(fit.curve().rewardAt(42000)).isCloseTo(0.646098, within(5e-7));
    assertThat(fit.asymptote().orElseThrow().low().orElseThrow()).isCloseTo(0.6705, within(5e-5));
    assertThat(fit.asymptote().orElseThrow().high().orElseThrow()).isCloseTo(0.6858, within(5e-5));
    assertThat(fit.warnings())
        .containsExactlyInAnyOrder(
            FitWarning.CEILING_EXTRAPOLATED, FitWarning.FEW_DEGREES_OF_FREEDOM);
  }

  @Test
  void aWindowBelowTheMidpointDoesNotBoundTheAsymptote() {
    ScalingFit.Refused fit = Series.refused(FROM_040.of(Series.early()));
    assertThat(fit.status()).isEqualTo(FitStatus.ASYMPTOTE_UNBOUNDED);
    assertThat(fit.asymptote().orElseThrow().low().orElseThrow()).isCloseTo(0.446, within(5e-4));
    assertThat(fit.asymptote().orElseThrow().high()).isEmpty();
    assertThat(fit.reason())
        .isEqualTo(
            "A may be anything from 0.4463 to its limit;"
                + " the largest compute is 0.442 of the best C_mid");
  }
}
