package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.scaling.FormComparison.Form;
import org.galton.scaling.FormComparison.Window;
import org.junit.jupiter.api.Test;

class FormComparisonTest {
  private static final List<Window> WINDOWS = List.of(new Window(0, 1e6), new Window(4000, 1e6));

  @Test
  void aPowerLawIsFoundAgain() {
    List<CurvePoint> points = Series.along(c -> 0.7 - 15 * Math.pow(c, -0.5), 5000, 90_000, 12);
    PowerLaw law = PowerLaw.of(points);
    assertThat(law.asymptote()).isCloseTo(0.7, within(1e-7));
    assertThat(law.coefficient()).isCloseTo(15, within(1e-4));
    assertThat(law.exponent()).isCloseTo(0.5, within(1e-7));
    assertThat(law.rewardAt(1e6)).isCloseTo(0.685, within(1e-7));
    assertThat(FormComparison.of(points, OptionalDouble.empty(), WINDOWS).powerLawMove())
        .isLessThan(1e-6);
  }

  @Test
  void aPowerLawDoesNotPromiseMoreThanItsCeiling() {
    List<CurvePoint> points = Series.along(c -> 1.2 - 4 * Math.pow(c, -0.2), 1000, 10_000, 9);
    assertThat(PowerLaw.of(points).asymptote()).isEqualTo(1);
    assertThat(PowerLaw.of(points, Double.POSITIVE_INFINITY).asymptote())
        .isCloseTo(1.2, within(1e-6));
  }

  @Test
  void onAnSShapedRunThePowerLawRunsToItsLimitAndMoves() {
    List<CurvePoint> points =
        Series.onCurve(new SigmoidCurve(0.4, 0.645, 1.7, 10909), 1500, 50_000, 20);
    FormComparison compared = FormComparison.of(points, OptionalDouble.of(0.4), WINDOWS);
    assertThat(compared.preferred()).isEqualTo(Form.SIGMOID);
    assertThat(compared.sigmoidMove()).isLessThan(1e-9);
    assertThat(compared.windows().get(0).powerLaw().asymptote()).isEqualTo(1);
    assertThat(compared.powerLawMove()).isGreaterThan(0.15);
  }

  @Test
  void aWindowWithoutPointsIsNamed() {
    List<CurvePoint> points = new Preparation(0).of(Series.eight()).points();
    List<Window> late = List.of(new Window(20_000, 1e6));
    assertThatThrownBy(() -> FormComparison.of(points, OptionalDouble.empty(), late))
        .hasMessage(
            "Invalid window 20000.0 to 1000000.0 with number of points 2: expected 5 or more");
  }
}
