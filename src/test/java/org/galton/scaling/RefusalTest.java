package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Input that no curve should be read from, and input that only looks so. */
class RefusalTest {
  private static final CurveFitting FITTING = CurveFitting.withDefaults();

  @Test
  void rewardsInPercentAreNamed() {
    assertRefused(
        FITTING.of(changed(m -> Measurement.of(m.compute(), 100 * m.reward()))),
        FitStatus.INVALID_REWARD,
        "reward 41.199999999999996 at compute 1500.0; divide percentages by 100,"
            + " turn -1/+1 into 0/1");
  }

  @Test
  void rewardsFromMinusOneAreNamed() {
    assertThat(FITTING.of(changed(m -> Measurement.of(m.compute(), 2 * m.reward() - 1))).status())
        .isEqualTo(FitStatus.INVALID_REWARD);
  }

  @Test
  void twoPointsAreTooFew() {
    assertRefused(
        FITTING.of(Series.eight().subList(0, 2)),
        FitStatus.TOO_FEW_POINTS,
        "2 of the 5 points needed");
    assertRefused(
        FITTING.with(new StartingReward.Free()).of(Series.eight().subList(0, 5)),
        FitStatus.TOO_FEW_POINTS,
        "5 of the 6 points needed");
    assertThat(FITTING.of(List.of()).status()).isEqualTo(FitStatus.TOO_FEW_POINTS);
  }

  @Test
  void aFallingRunIsDecreasing() {
    assertRefused(
        FITTING.of(changed(m -> Measurement.of(m.compute(), 1 - m.reward()))),
        FitStatus.DECREASING,
        "gain -0.1935");
  }

  @Test
  void aConstantRunHasNoGain() {
    assertRefused(
        FITTING.of(changed(m -> Measurement.of(m.compute(), 0.5))),
        FitStatus.NO_GAIN,
        "gain 0.0000, less than 0.01 in size");
  }

  @Test
  void rowsWithoutNumbersAreDroppedAndCounted() {
    List<Measurement> series = new ArrayList<>(Series.eight());
    series.add(Measurement.of(Double.NaN, 0.5));
    series.add(Measurement.of(20_000, Double.NaN));
    series.add(Measurement.of(Double.POSITIVE_INFINITY, 0.5));
    series.add(Measurement.of(-1, 0.5));
    ScalingFit.Accepted fit = Series.accepted(FITTING.of(series));
    assertThat(fit.points().dropped()).isEqualTo(4);
    assertThat(fit.points().size()).isEqualTo(8);
    assertThat(fit.curve()).isEqualTo(Series.accepted(FITTING.of(Series.eight())).curve());
  }

  @Test
  void computeZeroGivesTheStartAndIsNotFitted() {
    CurveFitting fromZero = FITTING.with(new StartingReward.ZeroRow());
    assertRefused(fromZero.of(Series.eight()), FitStatus.NO_ZERO_ROW, "no row has compute 0");
    List<Measurement> series =
        Stream.concat(
                Stream.of(Measurement.of(0, 0.39), Measurement.of(0, 0.41)),
                Series.eight().stream())
            .toList();
    ScalingFit.Accepted fit = Series.accepted(fromZero.of(series));
    assertThat(fit.curve().start()).isEqualTo(0.40);
    assertThat(fit.points().size()).isEqualTo(8);
    assertThat(fit.points().dropped()).isZero();
  }

  @Test
  void aStartAboveAllPointsPutsTheAsymptoteOnItsBound() {
    ScalingFit.Refused fit =
        Series.refused(FITTING.with(new StartingReward.Fixed(0.9)).of(Series.eight()));
    assertThat(fit.status()).isEqualTo(FitStatus.A_AT_BOUND);
    assertThat(fit.reason()).startsWith("R0 0.9000, A 0.9000");
  }

  @Test
  void aStepIsSteeperThanTheSearch() {
    List<Measurement> step =
        Series.of(
            new double[] {100, 200, 400, 800, 1600, 3200, 6400, 12800},
            new double[] {0.2, 0.2, 0.2, 0.2, 0.6, 0.6, 0.6, 0.6});
    assertThat(FITTING.of(step).status()).isEqualTo(FitStatus.B_AT_BOUND);
  }

  @Test
  void theGridFailsLoudlyOnItsEdges() {
    CurveFitting grid = FITTING.with(new StartingReward.Fixed(0.4));
    ScalingFit low =
        grid.with(PaperGrid.withDefaults().withMidpoints(100, 5000)).of(Series.eight());
    assertThat(low.status()).isEqualTo(FitStatus.C_MID_AT_BOUND);
    SigmoidCurve high = new SigmoidCurve(0.4, 0.95, 1.7, 10909);
    ScalingFit above =
        grid.with(PaperGrid.withDefaults())
            .of(Series.measured(Series.onCurve(high, 1500, 90_000, 12)));
    assertThat(above.status()).isEqualTo(FitStatus.A_AT_BOUND);
    assertThat(Series.refused(above).reason()).startsWith("R0 0.4000, A 0.8000");
  }

  @Test
  void theGridCannotFitTheStart() {
    assertThatThrownBy(() -> FITTING.with(new StartingReward.Free()).with(PaperGrid.withDefaults()))
        .hasMessage(
            "Invalid method grid with R0 free:"
                + " expected a known R0 (fixed, zero_row or first_point)");
  }

  private static List<Measurement> changed(UnaryOperator<Measurement> change) {
    return Series.eight().stream().map(change).toList();
  }

  private static void assertRefused(ScalingFit fit, FitStatus status, String reason) {
    ScalingFit.Refused refused = Series.refused(fit);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.reason()).isEqualTo(reason);
  }
}
