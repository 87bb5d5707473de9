package org.galton.report.sweep;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.galton.table.MetricRow;

/** One model's figures in a panel, as far as they have a value. */
record CellMetrics(List<MetricRow> rows) {

  static CellMetrics of(Panel panel, ModelEntry model, List<MetricRow> metrics) {
    return new CellMetrics(
        metrics.stream()
            .filter(row -> panel.holds(row) && row.model().equals(model.name()))
            .filter(row -> row.value() != null)
            .toList());
  }

  /** A figure's rows that have a k, in the order of k. */
  List<MetricRow> byK(String metric) {
    return rows.stream()
        .filter(row -> row.metric().equals(metric) && row.k() != null)
        .sorted(Comparator.comparing(MetricRow::k))
        .toList();
  }

  Optional<MetricRow> at(String metric, int k) {
    return byK(metric).stream().filter(row -> row.k() == k).findFirst();
  }

  /** A figure of all rollouts. */
  Optional<MetricRow> whole(String metric) {
    return rows.stream().filter(row -> row.metric().equals(metric) && row.k() == null).findFirst();
  }
}
