package org.galton.study.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
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
import org.galton.report.FewPrompts;

/** A comparison for the terminal: its differences, what was left out, the prompts that changed. */
public final class ComparisonText {
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
                    .append(flips(cell.flips())));
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
    List<String> headings =
        new ArrayList<>(List.of("task", "A", "B", "metric", "of A", "of B", "B - A", "p"));
    boolean several = result.cells().size() > 1;
    if (several) {
      headings.add("q");
    }
    headings.add("prompts");
    List<List<String>> rows = new ArrayList<>();
    for (CellComparison cell : result.cells()) {
      for (MetricComparison metric : shown(cell.metrics())) {
        List<String> row =
            new ArrayList<>(
                List.of(
                    cell.pair().task(),
                    cell.pair().baselineName(),
                    cell.pair().candidateName(),
                    metric.title(),
                    figure("%.3f", metric.baselineValue()),
                    figure("%.3f", metric.candidateValue()),
                    difference(metric),
                    figure("%.2g", metric.comparison().pValue())));
        if (several) {
          row.add(figure("%.2g", metric.qValue()));
        }
        row.add(Integer.toString(metric.difference().prompts()));
        rows.add(row);
      }
    }
    return TextTable.of(headings, rows);
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

  private static String difference(MetricComparison metric) {
    String value = figure("%+.3f", metric.difference().value());
    return metric.difference().high().isEmpty()
        ? value
        : value
            + IntervalText.behind(
                metric.difference().value().orElseThrow(),
                metric.difference().low().orElseThrow(),
                metric.difference().high().orElseThrow());
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

  private static TextTable flips(List<Flip> flips) {
    return TextTable.of(
        List.of("of A", "of B", "B - A", "prompt"),
        flips.stream()
            .map(
                flip ->
                    List.of(
                        String.format(Locale.ROOT, "%.3f", flip.baselineRate()),
                        String.format(Locale.ROOT, "%.3f", flip.candidateRate()),
                        String.format(Locale.ROOT, "%+.3f", flip.change()),
                        flip.text().isEmpty() ? flip.promptId() : flip.text().strip()))
            .toList());
  }

  public static String title(CellPair pair) {
    return "%s, A = %s, B = %s".formatted(pair.task(), pair.baselineName(), pair.candidateName());
  }

  private static String figure(String format, OptionalDouble value) {
    return value.isEmpty() ? "–" : String.format(Locale.ROOT, format, value.getAsDouble());
  }
}
