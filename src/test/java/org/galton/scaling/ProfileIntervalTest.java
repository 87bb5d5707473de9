package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ProfileIntervalTest {
  private static final CurveFitting FREE =
      CurveFitting.withDefaults().with(new StartingReward.Free());

  @Test
  void atItsEndsTheSumOfSquaresHasGrownAsFarAsAllowed() {
    ScalingFit.Accepted fit = Series.accepted(FREE.of(Series.eight()));
    double t = new TDistribution(null, 4).inverseCumulativeProbability(0.975);
    double limit = fit.errors().squares() * (1 + t * t / 4);
    RewardInterval interval = fit.asymptote().orElseThrow();
    for (OptionalDouble end : List.of(interval.low(), interval.high())) {
      double squares =
          new FixedAsymptote(end.orElseThrow())
              .refit(fit.fitted(), OptionalDouble.empty())
              .squares();
      assertThat(squares).isCloseTo(limit, within(1e-5 * limit));
    }
  }

  @Test
  void moreConfidenceIsWider() {
    RewardInterval last = interval(0.5);
    for (double confidence : new double[] {0.8, 0.95, 0.99}) {
      RewardInterval next = interval(confidence);
      assertThat(next.low().orElseThrow()).isLessThan(last.low().orElseThrow());
      assertThat(next.high().orElseThrow()).isGreaterThan(last.high().orElseThrow());
      last = next;
    }
  }

  @Test
  void pointsOnACurveLeaveNoRoom() {
    SigmoidCurve truth = new SigmoidCurve(0.4, 0.645, 1.7, 10909);
    List<Measurement> points = Series.measured(Series.onCurve(truth, 1500, 50_000, 12));
    RewardInterval interval = Series.accepted(FREE.of(points)).asymptote().orElseThrow();
    assertThat(interval.low().orElseThrow()).isCloseTo(0.645, within(1e-8));
    assertThat(interval.high().orElseThrow()).isCloseTo(0.645, within(1e-8));
  }

  @Test
  void noiseThatIsKnownIsNotUndercut() {
    ScalingFit.Accepted quiet = Series.accepted(FREE.of(Series.eight()));
    ScalingFit.Accepted noisy = Series.accepted(FREE.of(withNoise(0.003)));
    ScalingFit.Accepted hardly = Series.accepted(FREE.of(withNoise(1e-5)));
    assertThat(noisy.curve()).isEqualTo(quiet.curve());
    assertThat(noisy.asymptote().orElseThrow().low().orElseThrow())
        .isLessThan(quiet.asymptote().orElseThrow().low().orElseThrow() - 0.005);
    assertThat(hardly.asymptote()).isEqualTo(quiet.asymptote());
    assertThat(quiet.warnings()).doesNotContain(FitWarning.ABOVE_NOISE);
    assertThat(noisy.warnings()).doesNotContain(FitWarning.ABOVE_NOISE);
    assertThat(hardly.warnings()).contains(FitWarning.ABOVE_NOISE);
  }

  @Test
  void theIntervalOfTheCurveTendsToThatOfItsEnd() {
    ScalingFit.Accepted fit = Series.accepted(FREE.of(Series.eight()));
    RewardInterval end = fit.asymptote().orElseThrow();
    Forecast far = FREE.forecast(fit, 1e12);
    assertThat(far.reward()).isCloseTo(fit.curve().asymptote(), within(1e-9));
    assertThat(far.low().orElseThrow()).isCloseTo(end.low().orElseThrow(), within(1e-6));
    assertThat(far.high().orElseThrow()).isCloseTo(end.high().orElseThrow(), within(1e-6));
    Forecast inside = FREE.forecast(fit, 10_000);
    assertThat(inside.high().orElseThrow() - inside.low().orElseThrow())
        .isLessThan(far.high().orElseThrow() - far.low().orElseThrow());
  }

  @Test
  void aConfidenceIsAProbability() {
    assertThatThrownBy(() -> ProfileInterval.withDefaults().withConfidence(1))
        .hasMessage("Invalid confidence 1.0: expected between 0 and 1");
  }

  private static RewardInterval interval(double confidence) {
    CurveFitting fitting = FREE.with(ProfileInterval.withDefaults().withConfidence(confidence));
    return Series.accepted(fitting.of(Series.eight())).asymptote().orElseThrow();
  }

  private static List<Measurement> withNoise(double noise) {
    return Series.eight().stream().map(m -> m.withNoise(noise)).toList();
  }
}
