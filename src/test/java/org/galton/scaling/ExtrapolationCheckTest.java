package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtrapolationCheckTest {
  private static final CurveFitting FITTING =
      CurveFitting.withDefaults().with(new StartingReward.Fixed(0.40));
  private static final ExtrapolationCheck CHECK = ExtrapolationCheck.withDefaults();

  @Test
  void fivePointsForetellTheOtherThreeTooHigh() {
    ScalingFit.Accepted fit = Series.accepted(FITTING.of(Series.eight().subList(0, 5)));
    List<CurvePoint> later = new Preparation(0).of(Series.eight().subList(5, 8)).points();
    ExtrapolationCheck.Outcome outcome = CHECK.of(fit, later).orElseThrow();
    assertThat(outcome.fitted()).isEqualTo(5);
    assertThat(outcome.checked()).isEqualTo(3);
    // Errors -0.006513, -0.016614 and -0.024098.
    assertThat(outcome.bias()).isCloseTo(-0.015742, within(1e-6));
    assertThat(outcome.meanAbsolute()).isEqualTo(-outcome.bias());
    assertThat(outcome.largest()).isCloseTo(0.024098, within(1e-6));
    assertThat(outcome.passed()).isFalse();
    assertThat(CHECK.withTolerance(0.0241).of(fit, later).orElseThrow().passed()).isTrue();
    assertThat(CHECK.of(fit, List.of())).isEmpty();
  }

  @Test
  void aCollapseIsALargeNegativeBias() {
    ScalingFit.Accepted fit = Series.accepted(FITTING.of(Series.eight()));
    List<CurvePoint> later =
        new Preparation(0)
            .of(Series.of(new double[] {60000, 80000}, new double[] {0.3, 0.1}))
            .points();
    assertThat(CHECK.of(fit, later).orElseThrow().bias()).isLessThan(-0.4);
  }

  @Test
  void theFirstHalfOfTheBudgetIsFittedAndTheRestChecked() {
    ExtrapolationCheck.Half half =
        CHECK.ofFirstHalf(new Preparation(0).of(Series.eight()), FITTING).orElseThrow();
    assertThat(half.budget()).isEqualTo(21000);
    assertThat(half.fit().points().size()).isEqualTo(6);
    assertThat(half.outcome().orElseThrow().checked()).isEqualTo(2);
    assertThat(half.outcome().orElseThrow().passed()).isTrue();
  }

  @Test
  void aRefusedHalfForetellsNothing() {
    ExtrapolationCheck.Half half =
        CHECK.ofFirstHalf(new Preparation(0).of(Series.early()), FITTING).orElseThrow();
    assertThat(half.fit().status()).isEqualTo(FitStatus.TOO_FEW_POINTS);
    assertThat(half.outcome()).isEmpty();
    assertThat(CHECK.ofFirstHalf(new Preparation(1e9).of(Series.early()), FITTING)).isEmpty();
  }
}
