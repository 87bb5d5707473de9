package org.galton.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.galton.table.MetricRow;

/**
 * A sweep's figures for the terminal: a row a cell, each share with half the width of its 95 %
 * interval.
 */
final class MetricTable {
  private static final List<String> HEADLINES =
      List.of("maj@n", "all_wrong", "completion_tokens", "truncation_rate");

  private MetricTable() {}

  static TextTable of(List<MetricRow> metrics) {
    Map<List<String>, Map<String, MetricRow>> cells = new LinkedHashMap<>();
    Set<Integer> ks = new TreeSet<>();
    for (MetricRow row : metrics) {
      cells
          .computeIfAbsent(
              List.of(row.model(), row.task(), row.sampling()), cell -> new LinkedHashMap<>())
          .put(name(row), row);
      if (row.metric().equals("pass@k")) {
        ks.add(row.k());
      }
    }
    List<String> shown = shown(ks, metrics);
    List<String> headings = new ArrayList<>(List.of("model", "task", "sampling"));
    headings.addAll(shown);
    List<List<String>> rows = new ArrayList<>();
    cells.forEach(
        (cell, byName) -> {
          List<String> row = new ArrayList<>(cell);
          shown.forEach(name -> row.add(figure(byName.get(name))));
          rows.add(row);
        });
    return TextTable.of(headings, rows);
  }

  /** pass@k for the least, a middle and the greatest k, then what says most about all rollouts. */
  private static List<String> shown(Set<Integer> ks, List<MetricRow> metrics) {
    Set<String> names = new LinkedHashSet<>();
    List<Integer> sorted = List.copyOf(ks);
    if (!sorted.isEmpty()) {
      names.add("pass@" + sorted.get(0));
      names.add("pass@" + sorted.get(sorted.size() / 2));
      names.add("pass@" + sorted.get(sorted.size() - 1));
    }
    HEADLINES.stream()
        .filter(name -> metrics.stream().anyMatch(row -> row.metric().equals(name)))
        .forEach(names::add);
    return List.copyOf(names);
  }

  private static String name(MetricRow row) {
    return row.k() == null ? row.metric() : row.metric().replace("k", row.k().toString());
  }

  private static String figure(MetricRow row) {
    if (row == null || row.value() == null) {
      return "–";
    }
    String value =
        String.format(Locale.ROOT, Math.abs(row.value()) < 10 ? "%.3f" : "%.1f", row.value());
    return row.ciHigh() == null
        ? value
        : value + String.format(Locale.ROOT, " ± %.3f", row.ciHigh() - row.value());
  }
}
