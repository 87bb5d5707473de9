package org.galton.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class FixedAsymptoteTest {
  private static final List<CurvePoint> EIGHT = new Preparation(0).of(Series.eight()).points();

  @Test
  void theLineHasItsKnownAnswers() {
    FixedAsymptote.Line line = new FixedAsymptote(0.645).line(EIGHT, 0.40).orElseThrow();
    assertThat(line.exponent()).isCloseTo(1.583049, within(5e-7));
    assertThat(line.midpoint()).isCloseTo(9782.6519, within(5e-5));
    assertThat(line.used()).isEqualTo(8);
  }

  @Test
  void pointsOutsideTheCurveAreNotOnTheLine() {
    assertThat(new FixedAsymptote(0.60).line(EIGHT, 0.42).orElseThrow().used()).isEqualTo(5);
    assertThat(new FixedAsymptote(0.42).line(EIGHT, 0.40)).isEmpty();
  }

  @Test
  void theLineAndTheRefitFindACurveAgain() {
    SigmoidCurve truth = new SigmoidCurve(0.3, 0.8, 1.3, 5000);
    List<CurvePoint> points = Series.onCurve(truth, 500, 50_000, 9);
    FixedAsymptote.Line line = new FixedAsymptote(0.8).line(points, 0.3).orElseThrow();
    SigmoidCurve known = new FixedAsymptote(0.8).refit(points, OptionalDouble.of(0.3)).curve();
    SigmoidCurve free = new FixedAsymptote(0.8).refit(points, OptionalDouble.empty()).curve();
    assertThat(line.exponent()).isCloseTo(1.3, within(1e-9));
    assertThat(known.exponent()).isCloseTo(1.3, within(1e-9));
    assertThat(known.midpoint()).isCloseTo(5000, within(1e-5));
    assertThat(free.start()).isCloseTo(0.3, within(1e-9));
  }

  @Test
  void anAsymptoteBelowTheStartIsRefused() {
    assertThatThrownBy(() -> new FixedAsymptote(0.3).refit(EIGHT, OptionalDouble.of(0.4)))
        .hasMessage("Invalid asymptote 0.3: expected R0 or more, 0.4");
  }
}
