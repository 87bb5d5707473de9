package org.galton.study.scaling;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.report.EvenSample;
import org.galton.study.scaling.view.ScalingRows;

/**
 * The measurements of a reinforcement training, as series of pass@1 against its own operations: one
 * for each task and split.
 */
final class TrainingSeries {
  private static final int MOST_DRAWN = 200;

  private TrainingSeries() {}

  /**
   * Fits each series by the rules of {@code fit} to all of its points, and keeps as many as can be
   * drawn. The rows belong to no run and are not stored.
   */
  static ScalingRows fit(List<TrainingEvaluationRow> measured) {
    Map<String, List<SeriesPoint>> series = new TreeMap<>();
    measured.stream()
        .filter(row -> row.passRate().value().isPresent())
        .forEach(
            row ->
                series
                    .computeIfAbsent(
                        "task=%s split=%s".formatted(row.task(), row.split()),
                        name -> new ArrayList<>())
                    .add(point(row)));
    List<FittedSeries> fitted = new ArrayList<>();
    series.forEach(
        (name, points) ->
            fitted.add(
                new SeriesFitting("", measured.get(0).training(), CheckpointSeries.request(points))
                    .fit(new SeriesName(name, null), points)));
    return new ScalingRows(
        fitted.stream().map(FittedSeries::fit).toList(),
        fitted.stream().flatMap(one -> EvenSample.of(one.points(), MOST_DRAWN).stream()).toList(),
        fitted.stream().flatMap(one -> one.forecasts().stream()).toList());
  }

  private static SeriesPoint point(TrainingEvaluationRow row) {
    return new SeriesPoint(
        row.trainingFlops(),
        row.passRate().value().orElseThrow(),
        (double) row.prompts() * row.rollouts(),
        null,
        orNull(row.passRate().standardError()));
  }
}
