package org.galton.job.comparison;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.job.figure.StoredStatistics;
import org.galton.job.gate.JudgedGate;
import org.galton.job.gate.LimitGate;
import org.galton.job.run.RunTables;
import org.galton.job.summary.Summary;
import org.galton.job.sweep.Reviewed;
import org.galton.job.sweep.RunReview;
import org.galton.model.ModelCard;
import org.galton.sweep.SamplingNames;
import org.galton.sweep.SweepSpec;
import org.galton.table.BooksRow;
import org.galton.table.ComparisonRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;

/**
 * Compares the newest checkpoint of each training with the newest that the last complete run of the
 * sweep had, and judges the spec's gates on the difference. Where there was no such run, or it did
 * not have the training, the checkpoint before the newest is the baseline. Where the newest is the
 * same as then, there is nothing to compare. A run that misses a gate is not complete: the next one
 * is compared with the same baseline, so what is allowed does not creep down. A gate about a figure
 * itself judges each training's newest checkpoint, whether there is a baseline or not.
 */
public final class LastRunReview implements RunReview {
  private static final double CONFIDENCE = 0.95;
  private static final String HEADLINE = "pass@1";

  private final Configuration configuration;

  public LastRunReview(Configuration configuration) {
    this.configuration = configuration;
  }

  /** What the checkpoints of one training have in common. */
  private record Line(String family, String task, String sampling) {
    static Line of(ComparedCell cell) {
      return new Line(ModelCard.family(cell.model()), cell.task(), cell.sampling());
    }
  }

  @Override
  public Reviewed review(SweepSpec spec, String runId, Summary summary, Runnable guard) {
    Optional<RunTables> last = RunTables.lastComplete(spec.output(), spec.sweep(), configuration);
    Map<Line, List<ComparedCell>> now =
        lines(
            ComparedCell.of(spec.output(), summary.prompts(), summary.metrics()),
            summary.metrics());
    Map<Line, List<ComparedCell>> before =
        last.map(run -> lines(ComparedCell.of(spec.output(), run), run.metrics())).orElse(Map.of());
    List<CellPair> pairs = new ArrayList<>();
    now.forEach((line, cells) -> baseline(cells, before.get(line)).ifPresent(pairs::add));
    List<CellComparison> compared = CellComparison.of(pairs, 0, Adjustment.HOCHBERG);
    List<GateVerdict> verdicts =
        spec.gates().stream()
            .filter(rule -> rule.direction().isChange())
            .map(rule -> new Gate(rule, CONFIDENCE))
            .flatMap(gate -> compared.stream().map(gate::judge))
            .toList();
    if (!compared.isEmpty()) {
      write(spec.output(), compared, verdicts, guard);
    }
    Map<String, String> samplings =
        SamplingNames.of(now.keySet().stream().map(Line::sampling).toList());
    Function<ComparedCell, String> place =
        cell ->
            samplings.size() > 1
                ? cell.task() + ", " + samplings.get(cell.sampling())
                : cell.task();
    List<JudgedGate> limits =
        spec.gates().stream()
            .filter(rule -> !rule.direction().isChange())
            .map(rule -> new LimitGate(rule, CONFIDENCE))
            .flatMap(
                gate ->
                    now.values().stream()
                        .map(cells -> cells.get(cells.size() - 1))
                        .map(cell -> judge(gate, cell, place.apply(cell), summary.metrics())))
            .toList();
    return new Reviewed(
        last.map(run -> run.run().runId()),
        fresh(summary.books(), last.map(RunTables::books).orElse(List.of())),
        now.values().stream()
            .map(cells -> newest(cells.get(cells.size() - 1), summary.metrics(), compared))
            .toList(),
        Stream.concat(
                verdicts.stream()
                    .map(verdict -> verdict.judged(place.apply(verdict.pair().candidate()))),
                limits.stream())
            .toList());
  }

  private static JudgedGate judge(
      LimitGate gate, ComparedCell cell, String place, List<MetricRow> metrics) {
    int families =
        (int) cell.prompts().values().stream().map(PromptStatisticsRow::cluster).distinct().count();
    return gate.judge(
        cell.model() + " on " + place,
        metrics.stream()
            .filter(row -> row.model().equals(cell.model()))
            .filter(row -> row.task().equals(cell.task()))
            .filter(row -> row.generation().equals(cell.generation()))
            .map(StoredStatistics::figure)
            .toList(),
        families < cell.prompts().size() ? OptionalInt.of(families) : OptionalInt.empty());
  }

  /** The cells of each training in the order of their steps. */
  private static Map<Line, List<ComparedCell>> lines(
      List<ComparedCell> cells, List<MetricRow> metrics) {
    Map<String, Long> steps = new HashMap<>();
    metrics.stream()
        .filter(row -> row.step() != null)
        .forEach(row -> steps.put(row.model(), row.step()));
    Map<Line, List<ComparedCell>> lines =
        cells.stream()
            .collect(Collectors.groupingBy(Line::of, LinkedHashMap::new, Collectors.toList()));
    lines
        .values()
        .forEach(
            line -> line.sort(Comparator.comparing(cell -> steps.getOrDefault(cell.model(), -1L))));
    return lines;
  }

  private static Optional<CellPair> baseline(List<ComparedCell> now, List<ComparedCell> before) {
    ComparedCell newest = now.get(now.size() - 1);
    Optional<ComparedCell> earlier;
    if (before != null) {
      earlier = Optional.of(before.get(before.size() - 1));
    } else {
      earlier = now.size() > 1 ? Optional.of(now.get(now.size() - 2)) : Optional.empty();
    }
    return earlier
        .filter(cell -> !cell.generation().equals(newest.generation()))
        .filter(cell -> CellPair.isPossible(cell, newest))
        .map(cell -> new CellPair(cell, newest));
  }

  private static List<String> fresh(List<BooksRow> now, List<BooksRow> before) {
    Set<String> known = before.stream().map(BooksRow::generation).collect(Collectors.toSet());
    return now.stream()
        .filter(cell -> !known.contains(cell.generation()))
        .map(BooksRow::model)
        .distinct()
        .toList();
  }

  private static Reviewed.Newest newest(
      ComparedCell cell, List<MetricRow> metrics, List<CellComparison> compared) {
    Optional<MetricRow> figure =
        metrics.stream()
            .filter(row -> row.metric().equals("pass@k") && row.k() == 1)
            .filter(row -> row.task().equals(cell.task()))
            .filter(row -> row.generation().equals(cell.generation()))
            .findFirst();
    return new Reviewed.Newest(
        cell.model(),
        cell.task(),
        cell.sampling(),
        HEADLINE,
        figure.map(MetricRow::value).orElse(null),
        figure.map(MetricRow::ciLow).orElse(null),
        figure.map(MetricRow::ciHigh).orElse(null),
        compared.stream()
            .filter(found -> found.pair().candidate().equals(cell))
            .findFirst()
            .flatMap(LastRunReview::change));
  }

  private static Optional<Reviewed.Change> change(CellComparison compared) {
    return compared.metrics().stream()
        .filter(metric -> metric.title().equals(HEADLINE))
        .filter(metric -> metric.difference().value().isPresent())
        .findFirst()
        .map(
            metric -> {
              double difference = metric.difference().value().getAsDouble();
              return new Reviewed.Change(
                  compared.pair().baselineName(),
                  difference,
                  orNull(metric.difference().low()),
                  orNull(metric.difference().high()));
            });
  }

  private void write(
      String folder, List<CellComparison> compared, List<GateVerdict> verdicts, Runnable guard) {
    String id = ComparisonJob.newId();
    List<ComparisonRow> rows = new ArrayList<>();
    for (CellComparison cell : compared) {
      for (ComparisonRow row : ComparisonRows.of(id, List.of(cell))) {
        String said =
            verdicts.stream()
                .filter(verdict -> verdict.pair().equals(cell.pair()))
                .filter(verdict -> names(verdict, row))
                .map(GateVerdict::sentence)
                .collect(Collectors.joining(" "));
        rows.add(said.isEmpty() ? row : row.withGate(said));
      }
    }
    new OutputFolder(folder, configuration)
        .ofComparison(id)
        .publish(Table.COMPARISONS, rows, guard);
  }

  private static boolean names(GateVerdict verdict, ComparisonRow row) {
    String title = row.k() == null ? row.metric() : "pass@" + row.k();
    return verdict.gate().rule().metric().equals(title);
  }
}
