package org.galton.cli.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.console.IntervalText;
import org.galton.console.TextTable;
import org.galton.report.sweep.Headline;
import org.galton.report.sweep.MetricName;
import org.galton.sweep.SamplingNames;
import org.galton.table.MetricRow;

/**
 * A sweep's headline for the terminal: a row a cell, each figure with its 95 % interval. The
 * sampling is named where there are several.
 */
public final class MetricText {
  private MetricText() {}

  public static TextTable of(List<MetricRow> metrics) {
    List<MetricName> figures = Headline.brief(metrics);
    boolean oneSampling = metrics.stream().map(MetricRow::sampling).distinct().count() <= 1;
    Map<List<String>, List<MetricRow>> cells =
        metrics.stream()
            .collect(
                Collectors.groupingBy(
                    row ->
                        oneSampling
                            ? List.of(row.model(), row.task())
                            : List.of(row.model(), row.task(), row.sampling()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<String> headings = new ArrayList<>(List.of("model", "task"));
    if (!oneSampling) {
      headings.add("sampling");
    }
    figures.forEach(name -> headings.add(name.toString()));
    Map<String, String> samplings =
        SamplingNames.of(metrics.stream().map(MetricRow::sampling).toList());
    List<List<String>> rows = new ArrayList<>();
    cells.forEach(
        (cell, own) -> {
          List<String> row = new ArrayList<>(cell);
          if (!oneSampling) {
            row.set(2, samplings.get(cell.get(2)));
          }
          figures.forEach(
              name -> row.add(figure(own.stream().filter(name::names).findFirst().orElse(null))));
          rows.add(row);
        });
    return TextTable.of(headings, rows);
  }

  private static String figure(MetricRow row) {
    if (row == null || row.value() == null) {
      return "–";
    }
    String value =
        String.format(Locale.ROOT, Math.abs(row.value()) < 10 ? "%.3f" : "%.1f", row.value());
    return value + IntervalText.behind(row.value(), row.ciLow(), row.ciHigh());
  }
}
