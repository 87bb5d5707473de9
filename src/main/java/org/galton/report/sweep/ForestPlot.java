package org.galton.report.sweep;

import static org.galton.report.ColumnFormat.count;
import static org.galton.report.ColumnFormat.label;
import static org.galton.report.ColumnFormat.page;

import java.util.List;
import java.util.stream.Collectors;
import org.galton.report.Columns;
import org.galton.report.FigureTable;
import org.galton.report.Figures;
import org.galton.table.ComparisonRow;

/**
 * Paired differences of one task, to be drawn as points with intervals about a zero line.
 *
 * @param more differences that are not drawn, only listed
 */
public record ForestPlot(String title, List<Group> groups, int more, FigureTable table) {
  private static final int MOST_DRAWN = 24;

  /** Differences of one metric. */
  record Group(String metric, List<Line> lines) {}

  /**
   * @param label candidate − baseline, by name
   * @param low of the 95 % interval; null as the error
   * @param q adjusted over the pairs; null where there is no p-value
   */
  record Line(String label, double difference, Double low, Double high, Double q, int prompts) {}

  public static ForestPlot of(String title, List<ComparisonRow> rows, SideNames names) {
    List<ComparisonRow> known = rows.stream().filter(row -> row.difference() != null).toList();
    List<Group> groups =
        known.stream().map(ForestPlot::metric).distinct().map(m -> group(m, known, names)).toList();
    int drawn = groups.stream().mapToInt(group -> group.lines().size()).sum();
    return new ForestPlot(title, groups, known.size() - drawn, table(rows, names));
  }

  private static Group group(String metric, List<ComparisonRow> rows, SideNames names) {
    return new Group(
        metric,
        rows.stream()
            .filter(row -> metric(row).equals(metric))
            .limit(MOST_DRAWN)
            .map(
                row ->
                    new Line(
                        names.difference(row),
                        row.difference(),
                        row.ciLow(),
                        row.ciHigh(),
                        row.qValue(),
                        row.prompts()))
            .toList());
  }

  /** The mean of all rollouts is the same figure as pass@1, by which the page knows it. */
  private static String metric(ComparisonRow row) {
    return row.metric().equals("mean@n")
        ? "pass@1"
        : new MetricName(row.metric(), row.k()).toString();
  }

  public String alternative() {
    return "Differences on "
        + title
        + ": "
        + groups.stream()
            .flatMap(
                group -> group.lines().stream().map(line -> group.metric() + " " + words(line)))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private static String words(Line line) {
    String interval =
        line.low() == null || line.high() == null
            ? ""
            : ", 95\u202f%% interval %s to %s"
                .formatted(Figures.points(line.low()), Figures.points(line.high()));
    return "%s %s points%s".formatted(line.label(), Figures.points(line.difference()), interval);
  }

  private static FigureTable table(List<ComparisonRow> rows, SideNames names) {
    return Columns.<ComparisonRow>of()
        .column(names::difference, page("First − second"))
        .column(ForestPlot::metric, label("Metric"))
        .column(ComparisonRow::baselineValue, page("Second", Figures::percentNumber))
        .column(ComparisonRow::candidateValue, page("First", Figures::percentNumber))
        .column(ComparisonRow::difference, page("Difference", Figures::points))
        .interval(
            "95\u202f% interval", ComparisonRow::ciLow, ComparisonRow::ciHigh, Figures::points)
        .column(ComparisonRow::pValue, page("p", Figures::probability))
        .column(ComparisonRow::qValue, page("q", Figures::probability))
        .column(ComparisonRow::prompts, count("Prompts"))
        .table("Values in %, differences in percentage points", rows);
  }
}
