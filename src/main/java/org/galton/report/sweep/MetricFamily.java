package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.table.MetricRow;

/** All figures of a panel: a line per figure, a column per model. */
record MetricFamily(List<String> models, List<Group> groups, List<String> notes) {

  /** One metric for its values of k. */
  record Group(String metric, String method, List<Line> lines) {}

  record Line(String name, List<MetricCell> cells) {}

  static MetricFamily of(List<ModelEntry> models, List<MetricRow> rows) {
    List<List<MetricRow>> columns = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    for (ModelEntry model : models) {
      List<MetricRow> own = rows.stream().filter(row -> row.model().equals(model.name())).toList();
      if (!own.isEmpty()) {
        labels.add(model.label());
        columns.add(own);
      }
    }
    Map<String, List<MetricRow>> byMetric =
        rows.stream()
            .collect(
                Collectors.groupingBy(MetricRow::metric, LinkedHashMap::new, Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byMetric.forEach((metric, own) -> groups.add(group(metric, own, columns)));
    return new MetricFamily(labels, groups, MetricCell.notes(rows));
  }

  private static Group group(String metric, List<MetricRow> rows, List<List<MetricRow>> columns) {
    String method =
        rows.stream().map(MetricRow::method).distinct().collect(Collectors.joining("; "));
    List<Line> lines =
        rows.stream()
            .map(MetricName::of)
            .distinct()
            .sorted(MetricName.BY_K)
            .map(
                name ->
                    new Line(
                        name.toString(),
                        columns.stream().map(own -> MetricTable.cell(own, name)).toList()))
            .toList();
    return new Group(metric + ", " + MetricCell.unit(metric), method, lines);
  }
}
