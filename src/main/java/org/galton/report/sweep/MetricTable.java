package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import org.galton.table.MetricRow;

/**
 * The metrics of a panel: the headline with a line per model and a column per figure, and the whole
 * family of figures below it.
 */
record MetricTable(
    String title, List<String> columns, List<Line> lines, List<String> notes, MetricFamily family) {

  record Line(String model, List<MetricCell> cells) {}

  static MetricTable of(Panel panel, List<ModelEntry> models, List<MetricRow> metrics) {
    List<MetricRow> rows = metrics.stream().filter(panel::holds).toList();
    List<MetricName> names = Headline.of(rows);
    List<Line> lines = new ArrayList<>();
    for (ModelEntry model : models) {
      List<MetricRow> own = rows.stream().filter(row -> row.model().equals(model.name())).toList();
      if (!own.isEmpty()) {
        lines.add(new Line(model.label(), names.stream().map(name -> cell(own, name)).toList()));
      }
    }
    List<MetricRow> shown =
        rows.stream().filter(row -> names.stream().anyMatch(name -> name.names(row))).toList();
    return new MetricTable(
        panel.title(),
        names.stream().map(MetricTable::heading).toList(),
        lines,
        MetricCell.notes(shown),
        MetricFamily.of(models, rows));
  }

  static MetricCell cell(List<MetricRow> rows, MetricName name) {
    return rows.stream()
        .filter(name::names)
        .findFirst()
        .map(MetricCell::of)
        .orElse(MetricCell.NONE);
  }

  private static String heading(MetricName name) {
    return switch (name.metric()) {
      case "all_wrong" -> "never solved";
      case "zero_variance" -> "never or always";
      case "answer_entropy" -> "answer entropy, nats";
      case "completion_tokens" -> "tokens";
      case "truncation_rate" -> "truncated";
      default -> name.toString();
    };
  }
}
