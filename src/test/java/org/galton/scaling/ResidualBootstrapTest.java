package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualBootstrapTest {
  private static final CurveFitting FITTING =
      CurveFitting.withDefaults().with(new StartingReward.Fixed(0.40));
  private static final ResidualBootstrap BOOTSTRAP =
      ResidualBootstrap.withDefaults().withResamples(100);

  @Test
  void itsIntervalIsNarrowerThanTheProfilesAndHoldsTheEstimate() {
    ScalingFit.Accepted fit = Series.accepted(FITTING.of(Series.eight()));
    RewardInterval found = BOOTSTRAP.ofAsymptote(fit);
    RewardInterval profile = fit.asymptote().orElseThrow();
    assertThat(fit.curve().asymptote())
        .isBetween(found.low().orElseThrow(), found.high().orElseThrow());
    assertThat(found.low().orElseThrow()).isGreaterThan(profile.low().orElseThrow());
    assertThat(found.high().orElseThrow()).isLessThan(profile.high().orElseThrow());
  }

  @Test
  void theOrderOfTheMeasurementsDoesNotMatter() {
    List<Measurement> turned = new ArrayList<>(Series.eight());
    Collections.reverse(turned);
    assertThat(BOOTSTRAP.ofAsymptote(Series.accepted(FITTING.of(turned))))
        .isEqualTo(BOOTSTRAP.ofAsymptote(Series.accepted(FITTING.of(Series.eight()))));
  }

  @Test
  void pointsOnTheCurveLeaveNothingToResample() {
    SigmoidCurve truth = new SigmoidCurve(0.4, 0.645, 1.7, 10909);
    ScalingFit.Accepted fit =
        Series.accepted(FITTING.of(Series.measured(Series.onCurve(truth, 1500, 50_000, 10))));
    RewardInterval found = BOOTSTRAP.withResamples(5).ofAsymptote(fit);
    assertThat(found.low().orElseThrow()).isCloseTo(0.645, within(1e-9));
    assertThat(found.high().orElseThrow()).isCloseTo(0.645, within(1e-9));
  }
}
