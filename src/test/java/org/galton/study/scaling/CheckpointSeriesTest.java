package org.galton.study.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.galton.job.run.RunName;
import org.galton.scaling.SigmoidCurve;
import org.galton.study.scaling.row.ScalingFitRow;
import org.galton.study.scaling.row.ScalingPointRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.junit.jupiter.api.Test;

class CheckpointSeriesTest {
  private static final RunName RUN = new RunName("run-1", "nightly");
  private static final SigmoidCurve CURVE = new SigmoidCurve(0.1, 0.8, 1.5, 1e13);
  private static final int ROLLOUTS = 1000;

  private final List<MetricRow> metrics = new ArrayList<>();
  private final List<PromptStatisticsRow> prompts = new ArrayList<>();

  @Test
  void checkpointsOfOneTrainingAreASeriesWithNoiseAndForecasts() {
    for (int i = 0; i < 9; i++) {
      add("m@" + i, 2e12 * Math.pow(2, i), CURVE.rewardAt(2e12 * Math.pow(2, i)));
    }
    List<FittedSeries> fitted = CheckpointSeries.fit(RUN, metrics, prompts);
    assertThat(fitted).hasSize(1);
    ScalingFitRow fit = fitted.get(0).fit();
    assertThat(fit.series()).isEqualTo("model=m task=sums sampling=temperature=1");
    assertThat(fit.status()).isEqualTo("OK");
    assertThat(fit.r0Mode()).isEqualTo("first_point");
    assertThat(fit.points()).isEqualTo(9);
    assertThat(fit.asymptote()).isCloseTo(0.8, within(0.05));
    ScalingPointRow first = fitted.get(0).points().get(0);
    double p = first.reward();
    assertThat(first.noise())
        .isCloseTo(Math.sqrt(2 * p * (1 - p) / (ROLLOUTS - 1)) / 2, within(1e-12));
    assertThat(first.standardError()).isEqualTo(0.03);
    assertThat(fitted.get(0).atHorizons().forecasts())
        .extracting(row -> row.compute() / fit.maxCompute())
        .containsExactly(2.0, 10.0);
  }

  @Test
  void theOrderOfCheckpointsChangesNothing() {
    for (int i = 0; i < 9; i++) {
      add("m@" + i, 2e12 * Math.pow(2, i), CURVE.rewardAt(2e12 * Math.pow(2, i)));
    }
    List<FittedSeries> expected = CheckpointSeries.fit(RUN, metrics, prompts);
    Collections.reverse(metrics);
    Collections.reverse(prompts);
    assertThat(CheckpointSeries.fit(RUN, metrics, prompts)).isEqualTo(expected);
  }

  @Test
  void modelsWithoutTrainingComputeAndSingleCheckpointsAreNoSeries() {
    add("m@1", 1e12, 0.1);
    add("other", null, 0.1);
    add("other@2", null, 0.1);
    assertThat(CheckpointSeries.fit(RUN, metrics, prompts)).isEmpty();
  }

  @Test
  void threeCheckpointsAreTooFewAndSaySo() {
    add("m@1", 1e12, 0.1);
    add("m@2", 1e13, 0.5);
    add("m@3", 1e14, 0.8);
    FittedSeries series = CheckpointSeries.fit(RUN, metrics, prompts).get(0);
    assertThat(series.fit().status()).isEqualTo("TOO_FEW_POINTS");
    assertThat(series.fit().reason()).isEqualTo("3 of the 5 points needed");
    assertThat(series.points()).hasSize(3);
    assertThat(series.forecasts()).isEmpty();
  }

  /** Two prompts that were solved equally often. */
  private void add(String model, Double flops, double reward) {
    int correct = (int) Math.round(reward * ROLLOUTS);
    for (String prompt : List.of("p", "q")) {
      prompts.add(
          new PromptStatisticsRow(
              "run-1",
              "nightly",
              model,
              "sums",
              "temperature=1",
              "g",
              "s",
              prompt,
              prompt,
              ROLLOUTS,
              correct,
              0,
              0,
              0,
              0,
              0,
              1,
              1.0,
              0.0,
              1.0,
              0L,
              correct));
    }
    metrics.add(
        new MetricRow(
            "run-1",
            "nightly",
            model,
            1L,
            flops,
            "sums",
            "temperature=1",
            "g",
            "s",
            "mean@n",
            null,
            (double) correct / ROLLOUTS,
            0.03,
            null,
            null,
            2,
            0,
            "mean"));
  }
}
