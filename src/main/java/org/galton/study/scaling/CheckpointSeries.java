package org.galton.study.scaling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.job.run.RunName;
import org.galton.model.ModelCard;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/**
 * The checkpoints of a training that a run measured, as series of mean@n against training compute:
 * one for each training, task and sampling with two or more checkpoints that know their compute.
 */
public final class CheckpointSeries {
  private static final String REWARD = "mean@n";

  /** Of the largest compute: where a sweep's forecasts are wanted. */
  static final List<Double> HORIZONS = List.of(2.0, 10.0);

  /** Further places, so that a picture of the curve needs nothing but its forecasts. */
  private static final int DRAWN = 40;

  private final Map<CellKey, List<PromptStatisticsRow>> prompts = new HashMap<>();
  private final Map<String, List<SeriesPoint>> series = new TreeMap<>();

  private record CellKey(String model, String task, String sampling) {}

  private CheckpointSeries(List<MetricRow> metrics, List<PromptStatisticsRow> counted) {
    counted.forEach(
        row ->
            prompts
                .computeIfAbsent(
                    new CellKey(row.model(), row.task(), row.sampling()), key -> new ArrayList<>())
                .add(row));
    metrics.stream()
        .filter(row -> row.metric().equals(REWARD))
        .filter(row -> row.trainingFlops() != null && row.value() != null)
        .forEach(row -> series.computeIfAbsent(name(row), n -> new ArrayList<>()).add(point(row)));
  }

  /** Fits each series and forecasts it from its smallest compute to the last of the horizons. */
  public static List<FittedSeries> fit(
      RunName run, List<MetricRow> metrics, List<PromptStatisticsRow> prompts) {
    List<FittedSeries> fitted = new ArrayList<>();
    new CheckpointSeries(metrics, prompts)
        .series.forEach(
            (name, points) -> {
              if (points.size() > 1) {
                fitted.add(
                    new SeriesFitting(run.runId(), run.sweep(), request(points))
                        .fit(new SeriesName(name, null), points));
              }
            });
    return List.copyOf(fitted);
  }

  /** With the forecasts that draw the curve, and those at the horizons. */
  static FitRequest request(List<SeriesPoint> points) {
    double[] computes =
        points.stream().mapToDouble(SeriesPoint::compute).filter(c -> c > 0).sorted().toArray();
    if (computes.length == 0) {
      return FitRequest.withDefaults();
    }
    double first = computes[0];
    double last = computes[computes.length - 1];
    List<Double> forecasts = new ArrayList<>(List.of(last));
    HORIZONS.forEach(times -> forecasts.add(times * last));
    double end = HORIZONS.get(HORIZONS.size() - 1) * last;
    for (int i = 0; i < DRAWN; i++) {
      forecasts.add(first * Math.pow(end / first, i / (DRAWN - 1.0)));
    }
    return FitRequest.withDefaults().withForecasts(forecasts);
  }

  private static String name(MetricRow row) {
    return "model=%s task=%s sampling=%s"
        .formatted(ModelCard.family(row.model()), row.task(), row.sampling());
  }

  private SeriesPoint point(MetricRow row) {
    List<PromptStatisticsRow> counted =
        prompts.getOrDefault(new CellKey(row.model(), row.task(), row.sampling()), List.of());
    long rollouts = counted.stream().mapToLong(PromptStatisticsRow::judged).sum();
    return new SeriesPoint(
        row.trainingFlops(),
        row.value(),
        rollouts == 0 ? null : (Double) (double) rollouts,
        noise(counted),
        row.standardError());
  }

  /**
   * Standard error of the mean with the prompts held fixed; null where a prompt has one rollout,
   * and where rollouts were drawn in two stages, whose error has another form.
   *
   * <pre>  sqrt( sum_i p_i (1 - p_i) / (n_i - 1) ) / M</pre>
   */
  private static Double noise(List<PromptStatisticsRow> counted) {
    List<PromptStatisticsRow> drawn = counted.stream().filter(row -> row.n() > 0).toList();
    if (drawn.isEmpty() || drawn.stream().anyMatch(row -> row.n() == 1 || row.second().exists())) {
      return null;
    }
    double variance =
        drawn.stream()
            .mapToDouble(
                row -> {
                  double p = (double) row.correct() / row.n();
                  return p * (1 - p) / (row.n() - 1);
                })
            .sum();
    return Math.sqrt(variance) / drawn.size();
  }
}
