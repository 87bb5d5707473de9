package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * q-values over the pairs that are compared together, for each metric by itself: the pairs ask one
 * question several times, the metrics of a pair are several views of one answer.
 */
final class FalseDiscovery {
  private FalseDiscovery() {}

  static List<CellComparison> adjust(List<CellComparison> cells, Adjustment adjustment) {
    Map<String, List<MetricComparison>> families = new HashMap<>();
    for (CellComparison cell : cells) {
      for (MetricComparison metric : cell.metrics()) {
        if (metric.comparison().pValue().isPresent()) {
          families.computeIfAbsent(metric.title(), title -> new ArrayList<>()).add(metric);
        }
      }
    }
    Map<MetricComparison, MetricComparison> adjusted = new HashMap<>();
    for (List<MetricComparison> family : families.values()) {
      double[] q =
          adjustment.of(
              family.stream()
                  .mapToDouble(metric -> metric.comparison().pValue().orElseThrow())
                  .toArray());
      for (int i = 0; i < q.length; i++) {
        adjusted.put(family.get(i), family.get(i).withQValue(q[i]));
      }
    }
    return cells.stream()
        .map(
            cell ->
                cell.with(
                    cell.metrics().stream()
                        .map(metric -> adjusted.getOrDefault(metric, metric))
                        .toList()))
        .toList();
  }
}
