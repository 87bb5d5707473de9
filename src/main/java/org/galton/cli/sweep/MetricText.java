package org.galton.cli.sweep;

import static org.galton.report.ColumnFormat.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.console.IntervalText;
import org.galton.console.TextTable;
import org.galton.report.Columns;
import org.galton.report.Figures;
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
    Map<String, String> samplings =
        SamplingNames.of(metrics.stream().map(MetricRow::sampling).toList());
    Columns<List<MetricRow>> columns =
        Columns.<List<MetricRow>>of()
            .column(cell -> cell.get(0).model(), text("model"))
            .column(cell -> cell.get(0).task(), text("task"));
    if (samplings.size() > 1) {
      columns = columns.column(cell -> samplings.get(cell.get(0).sampling()), text("sampling"));
    }
    for (MetricName name : Headline.brief(metrics)) {
      columns = columns.column(cell -> figure(name, cell), text(name.toString()));
    }
    Map<List<String>, List<MetricRow>> cells =
        metrics.stream()
            .collect(
                Collectors.groupingBy(
                    row -> List.of(row.model(), row.task(), row.sampling()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return TextTable.of(columns, List.copyOf(cells.values()), "–");
  }

  private static String figure(MetricName name, List<MetricRow> cell) {
    return cell.stream()
        .filter(name::names)
        .findFirst()
        .filter(row -> row.value() != null)
        .map(MetricText::figure)
        .orElse(null);
  }

  private static String figure(MetricRow row) {
    String value = Figures.format(Math.abs(row.value()) < 10 ? "%.3f" : "%.1f", row.value());
    return value + IntervalText.behind(row.value(), row.ciLow(), row.ciHigh());
  }
}
