package org.galton.study.comparison;

import static org.galton.numerics.Optionals.orNull;
import static org.galton.report.ColumnFormat.json;
import static org.galton.report.ColumnFormat.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.galton.console.IntervalText;
import org.galton.console.TextTable;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.CellPair;
import org.galton.job.comparison.ComparedCell;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.Flip;
import org.galton.job.comparison.MetricComparison;
import org.galton.report.Columns;
import org.galton.report.FewPrompts;
import org.galton.report.Figures;
import org.galton.statistics.Estimate;

/** A comparison for the terminal: its differences, what was left out, the prompts that changed. */
public final class ComparisonText {
  private static final String MISSING = "–";

  private static final Columns<Flip> FLIPS =
      Columns.<Flip>of()
          .column(Flip::baselineRate, text("of A", "%.3f"))
          .column(Flip::candidateRate, text("of B", "%.3f"))
          .column(Flip::change, text("B - A", "%+.3f"))
          .column(
              flip -> flip.text().isEmpty() ? flip.promptId() : flip.text().strip(),
              text("prompt"));

  private ComparisonText() {}

  static String of(ComparisonResult result) {
    StringBuilder text = new StringBuilder();
    text.append(differences(result)).append('\n');
    FewPrompts.warning(fewestUnits(result)).ifPresent(line -> text.append(line).append('\n'));
    result.cells().forEach(cell -> leftOut(text, cell));
    result.unpaired().forEach(cell -> text.append(unpaired(cell)).append('\n'));
    result.cells().stream()
        .filter(cell -> !cell.flips().isEmpty())
        .forEach(
            cell ->
                text.append('\n')
                    .append("Changed most, ")
                    .append(title(cell.pair()))
                    .append(":\n")
                    .append(TextTable.of(FLIPS, cell.flips())));
    return text.toString();
  }

  private static OptionalInt fewestUnits(ComparisonResult result) {
    return result.cells().stream()
        .flatMap(cell -> cell.metrics().stream())
        .filter(metric -> metric.difference().prompts() > 0)
        .mapToInt(metric -> metric.clusters().orElse(metric.difference().prompts()))
        .min();
  }

  private static TextTable differences(ComparisonResult result) {
    List<Compared> rows =
        result.cells().stream()
            .flatMap(
                cell -> shown(cell.metrics()).stream().map(one -> new Compared(cell.pair(), one)))
            .toList();
    return TextTable.of(metrics(result), rows, MISSING);
  }

  /** A metric of two cells. */
  record Compared(CellPair pair, MetricComparison metric) {}

  /** The q-value is on the terminal where several pairs are compared. */
  static Columns<Compared> metrics(ComparisonResult result) {
    Columns<Compared> columns =
        Columns.<Compared>of()
            .column(row -> row.pair().task(), text("task"))
            .column(row -> row.pair().baselineName(), text("A"))
            .column(row -> row.pair().candidateName(), text("B"))
            .column(row -> row.metric().title(), text("metric"))
            .column(row -> row.metric().metric(), json("metric"))
            .column(row -> row.metric().k(), json("k"))
            .column(
                row -> row.metric().baselineValue(), json("baseline_value"), text("of A", "%.3f"))
            .column(
                row -> row.metric().candidateValue(), json("candidate_value"), text("of B", "%.3f"))
            .column(row -> difference(row.metric().difference()), text("B - A"))
            .column(row -> row.metric().difference().value(), json("difference"))
            .column(row -> row.metric().difference().standardError(), json("standard_error"))
            .column(row -> row.metric().difference().low(), json("ci_low"))
            .column(row -> row.metric().difference().high(), json("ci_high"))
            .column(row -> row.metric().comparison().pValue(), json("p_value"), text("p", "%.2g"))
            .column(row -> row.metric().qValue(), json("q_value"));
    return (result.cells().size() > 1
            ? columns.column(row -> row.metric().qValue(), text("q", "%.2g"))
            : columns)
        .column(
            row -> row.metric().comparison().unpairedStandardError(),
            json("unpaired_standard_error"))
        .column(row -> row.metric().comparison().correlation(), json("correlation"))
        .column(row -> row.metric().difference().prompts(), json("prompts"), text("prompts"))
        .column(row -> row.metric().clusters(), json("clusters"))
        .column(row -> row.metric().promptsShort(), json("prompts_short"))
        .column(row -> row.metric().promptsUnequal(), json("prompts_unequal"));
  }

  /** pass@k for the least, a middle and the greatest k, then everything that is not pass@k. */
  private static List<MetricComparison> shown(List<MetricComparison> metrics) {
    List<MetricComparison> passes =
        metrics.stream().filter(metric -> metric.k().isPresent()).toList();
    Set<MetricComparison> shown = new LinkedHashSet<>();
    if (!passes.isEmpty()) {
      shown.add(passes.get(0));
      shown.add(passes.get(passes.size() / 2));
      shown.add(passes.get(passes.size() - 1));
    }
    metrics.stream().filter(metric -> metric.k().isEmpty()).forEach(shown::add);
    return List.copyOf(shown);
  }

  private static String difference(Estimate difference) {
    return difference.value().isEmpty()
        ? null
        : Figures.format("%+.3f", difference.value().getAsDouble())
            + IntervalText.behind(
                difference.value().getAsDouble(),
                orNull(difference.low()),
                orNull(difference.high()));
  }

  private static void leftOut(StringBuilder text, CellComparison cell) {
    CellPair pair = cell.pair();
    text.append(title(pair))
        .append(
            ": left out %d only in A, %d only in B"
                .formatted(pair.onlyBaseline(), pair.onlyCandidate()));
    for (MetricComparison metric : shown(cell.metrics())) {
      if (metric.promptsShort() > 0) {
        text.append(
            "; of %s %d with too few rollouts".formatted(metric.title(), metric.promptsShort()));
      }
      if (metric.promptsUnequal() > 0) {
        text.append(
            "; of %s %d with unequal numbers of rollouts"
                .formatted(metric.title(), metric.promptsUnequal()));
      }
    }
    MetricComparison first = cell.metrics().get(0);
    first
        .clusters()
        .ifPresent(
            clusters ->
                text.append("; errors over %d clusters".formatted(clusters))
                    .append(first.hasFewClusters() ? ", few enough to doubt them" : ""));
    text.append('\n');
  }

  public static String unpaired(ComparedCell cell) {
    return "Not compared, for want of one counterpart: %s on %s (%s)"
        .formatted(cell.model(), cell.task(), cell.sampling());
  }

  public static String title(CellPair pair) {
    return "%s, A = %s, B = %s".formatted(pair.task(), pair.baselineName(), pair.candidateName());
  }
}
