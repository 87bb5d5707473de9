package org.galton.study.scaling.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.galton.report.ReportWriterTest;
import org.galton.report.sweep.SampleSweep;
import org.galton.report.sweep.SweepReport;
import org.junit.jupiter.api.Test;

public class ScalingChartTest {
  private static final List<ScalingChart> CHARTS = ScalingChart.of(SampleScaling.rows());

  @Test
  void aFittedCurveGoesBeyondItsPointsAndSaysWhereItEnds() {
    ScalingChart chart = CHARTS.get(0);
    assertThat(chart.data().points()).hasSize(9);
    assertThat(chart.data().points().get(0).high() - chart.data().points().get(0).value())
        .isCloseTo(1.96 * 0.03, within(1e-5));
    assertThat(chart.data().curve()).hasSize(12);
    assertThat(chart.data().curve().get(11).flops()).isGreaterThan(9 * chart.data().last());
    assertThat(chart.data().asymptote()).isEqualTo(new ScalingChart.Band(0.8, 0.78, 0.83));
    assertThat(chart.note())
        .isEqualTo(
            "Ends at 80.0\u202f% (95\u202f% interval 78.0 to 83.0\u202f%); half of the gain at"
                + " 1.0\u202f×\u202f10¹³ FLOP; B 1.50. R0 10.0\u202f% (first_point). A curve"
                + " through the first half of the compute, 8 points, misses the other 1 by"
                + " \u22121.2 points on average, by 1.2 at most. The midpoint lies beyond the"
                + " largest compute: the ceiling is extrapolated.");
    assertThat(chart.table().rows()).hasSize(9 + 4);
  }

  @Test
  void aRefusedCurveIsNotDrawnAndSaysWhy() {
    ScalingChart chart = CHARTS.get(1);
    assertThat(chart.data().points()).hasSize(9);
    assertThat(chart.data().curve()).isEmpty();
    assertThat(chart.data().asymptote()).isNull();
    assertThat(chart.note())
        .isEqualTo(
            "No curve (ASYMPTOTE_UNBOUNDED): the points do not bound the asymptote from above. A"
                + " may be anything from 0.4463 to its limit.");
    assertThat(chart.alternative()).contains("reward from").endsWith(chart.note());
  }

  @Test
  void aSeriesOfTooFewCheckpointsIsOnlyNamed() {
    assertThat(CHARTS).hasSize(2);
    assertThat(ScalingChart.tooFew(SampleScaling.rows()))
        .isEqualTo("few: 3 of the 5 points needed");
  }

  @Test
  void thePageHasTheSectionWithOrWithoutCurves() throws Exception {
    assertThat(ReportWriterTest.page(withScaling(SampleScaling.rows())))
        .contains("Where the training would end")
        .contains("No curve (ASYMPTOTE_UNBOUNDED)")
        .contains("Too few checkpoints: few: 3 of the 5 points needed.");
    assertThat(ReportWriterTest.page(withScaling(ScalingRows.NONE)))
        .contains("it takes five checkpoints of one training");
  }

  public static SweepReport withScaling(ScalingRows rows) {
    SweepReport usual = SampleSweep.usual().report();
    return new SweepReport(
        usual.run(),
        usual.prompts(),
        usual.metrics(),
        usual.promptStatistics(),
        usual.books(),
        usual.gates(),
        usual.comparisons(),
        List.of(ScalingSection.ofSweep(rows)),
        usual.examples());
  }
}
