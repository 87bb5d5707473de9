package org.galton.job.figure;

import static org.galton.numerics.Optionals.ofNullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.galton.job.run.RunTables;
import org.galton.statistics.Estimate;
import org.galton.statistics.Tally;
import org.galton.statistics.rate.Truncation;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/** The statistics of a finished run, as its tables hold them: one entry per cell. */
public final class StoredStatistics {
  private record CellKey(String model, String task, String sampling) {
    String title() {
      return model + " on " + task + ", " + sampling;
    }
  }

  private StoredStatistics() {}

  /**
   * @param input how the user named the run
   */
  public static StatsResult of(String input, RunTables run) {
    Map<CellKey, List<PromptStatisticsRow>> cells =
        run.promptStatistics().stream()
            .collect(
                Collectors.groupingBy(
                    row -> new CellKey(row.model(), row.task(), row.sampling()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<CellKey, List<MetricRow>> metrics =
        run.metrics().stream()
            .collect(
                Collectors.groupingBy(row -> new CellKey(row.model(), row.task(), row.sampling())));
    return new StatsResult(
        run.run().runId(),
        input,
        cells.entrySet().stream()
            .map(
                cell ->
                    cell(
                        cell.getKey(),
                        cell.getValue(),
                        metrics.getOrDefault(cell.getKey(), List.of())))
            .toList());
  }

  private static ModelStatistics cell(
      CellKey key, List<PromptStatisticsRow> prompts, List<MetricRow> metrics) {
    List<Tally> tallies = prompts.stream().map(row -> new Tally(row.n(), row.correct())).toList();
    long first = prompts.stream().mapToLong(PromptStatisticsRow::n).sum();
    int clusters = (int) prompts.stream().map(PromptStatisticsRow::cluster).distinct().count();
    boolean endsKnown = metrics.stream().anyMatch(row -> row.metric().equals("truncation_rate"));
    OptionalInt pilot = RunTables.pilot(prompts);
    return new ModelStatistics(
        pilot.isEmpty()
            ? key.title()
            : "%s (budget: pass@k and mean@n of both stages, all else of a pilot of %d)"
                .formatted(key.title(), pilot.getAsInt()),
        prompts.size(),
        prompts.stream().mapToLong(PromptStatisticsRow::judged).sum(),
        clusters < prompts.size() ? OptionalInt.of(clusters) : OptionalInt.empty(),
        metrics.stream().map(StoredStatistics::figure).toList(),
        RolloutPlan.of(tallies, undrawn(metrics)),
        endsKnown
            ? Truncation.of(prompts.stream().mapToLong(PromptStatisticsRow::truncated).sum(), first)
            : Optional.empty(),
        (int) prompts.stream().filter(row -> row.n() > 0 && row.truncated() == row.n()).count(),
        0,
        0);
  }

  /** A stored figure as it was computed. */
  public static Figure figure(MetricRow row) {
    Estimate estimate =
        new Estimate(
            ofNullable(row.value()),
            ofNullable(row.standardError()),
            ofNullable(row.ciLow()),
            ofNullable(row.ciHigh()),
            row.prompts(),
            row.promptsShort());
    return new Figure(row.metric(), row.k(), estimate, row.method());
  }

  private static OptionalDouble undrawn(List<MetricRow> metrics) {
    return metrics.stream()
        .filter(row -> row.metric().equals("undrawn_correct_mass") && row.k() == null)
        .map(row -> ofNullable(row.value()))
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
