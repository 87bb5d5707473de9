package org.galton.balance.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.KernelEstimation;
import org.galton.balance.TransitionCounts;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;

class PairPlotTest {
  private static final Offset<Double> PRINTED = within(5e-7);

  @Test
  void correlatesThroughTheOrigin() {
    EstimatedKernel estimated = KernelEstimation.withDefaults().of(WorkedExamples.violated());
    Landscape landscape = LeastAction.withDefaults().of(estimated.kernel());
    PairPlot plot = PairPlot.of(estimated, landscape);
    assertThat(plot.pairs()).isEqualTo(3);
    assertThat(plot.r().getAsDouble()).isEqualTo(0.98976, within(5e-6));
    assertThat(plot.meanSquare().getAsDouble()).isEqualTo(0.062671, PRINTED);
    double[] v = {1.1215349859, -0.1241630841, -0.9973719018};
    double ab = Math.pow(v[0] - v[1] - Math.log(3), 2) / (1 / 300.0 + 1 / 100.0);
    double bc = Math.pow(v[1] - v[2] - Math.log(2), 2) / (1 / 200.0 + 1 / 100.0);
    double ac = Math.pow(v[0] - v[2] - Math.log(12), 2) / (1 / 240.0 + 1 / 20.0);
    assertThat(plot.weightedMeanSquare().getAsDouble()).isEqualTo((ab + bc + ac) / 3, within(1e-6));
    PairPlot known = PairPlot.of(landscape);
    assertThat(known.r().getAsDouble()).isEqualTo(plot.r().getAsDouble(), within(1e-15));
    assertThat(known.weightedMeanSquare()).isEmpty();
  }

  @Test
  void isStraightInDetailedBalance() {
    EstimatedKernel estimated = KernelEstimation.withDefaults().of(WorkedExamples.balanced());
    PairPlot plot =
        PairPlot.of(estimated, LeastAction.withDefaults().withBeta(3).of(estimated.kernel()));
    assertThat(plot.r().getAsDouble()).isEqualTo(1, within(1e-14));
    assertThat(plot.meanSquare().getAsDouble()).isEqualTo(0, within(1e-28));
    assertThat(plot.weightedMeanSquare().getAsDouble()).isEqualTo(0, within(1e-24));
  }

  @Test
  void leavesOutPairsSeenOnceEitherWay() {
    TransitionCounts counts =
        TransitionCounts.builder()
            .add("a", "b", 5)
            .add("b", "a", 1)
            .add("b", "c", 2)
            .add("c", "b", 2)
            .attempts("a", 10)
            .attempts("b", 10)
            .attempts("c", 20)
            .build();
    EstimatedKernel estimated = KernelEstimation.withDefaults().of(counts);
    Landscape landscape = LeastAction.withDefaults().of(estimated.kernel());
    assertThat(PairPlot.of(estimated, landscape).pairs()).isEqualTo(1);
    assertThat(PairPlot.of(landscape).pairs()).isEqualTo(2);
  }

  @Test
  void hasNoFiguresWithoutPairsAndNoCorrelationOnAPlain() {
    EstimatedKernel cycle = KernelEstimation.withDefaults().of(WorkedExamples.oneWayCycle());
    PairPlot none = PairPlot.of(cycle, LeastAction.withDefaults().of(cycle.kernel()));
    assertThat(none.pairs()).isZero();
    assertThat(none.r()).isEmpty();
    assertThat(none.meanSquare()).isEmpty();
    assertThat(none.weightedMeanSquare()).isEmpty();
    PairPlot flat = PairPlot.of(LeastAction.withDefaults().of(WorkedExamples.drivenRing(3, 1)));
    assertThat(flat.r()).isEmpty();
    assertThat(flat.meanSquare().getAsDouble()).isEqualTo(1, within(1e-12));
  }

  @Test
  void refusesALandscapeOfAnotherKernel() {
    EstimatedKernel estimated = KernelEstimation.withDefaults().of(WorkedExamples.violated());
    Landscape other = LeastAction.withDefaults().of(WorkedExamples.drivenRing(4, 1));
    assertThatThrownBy(() -> PairPlot.of(estimated, other))
        .hasMessage("Invalid landscape of 4 states: expected the one fitted to this kernel");
  }
}
