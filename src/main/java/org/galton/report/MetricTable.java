package org.galton.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.table.MetricRow;

/**
 * The metrics of a panel: a line per model, a column per metric.
 *
 * @param notes why figures are missing and how many prompts a figure leaves out
 */
record MetricTable(
    String title, List<String> columns, List<Line> lines, List<String> notes, String method) {

  /** Half of the last decimal shown: what lies closer to 0 or 100 % looks as if it were there. */
  private static final double SHOWN = 0.0005;

  record Line(String model, List<Cell> cells) {}

  record Cell(String value, String interval) {
    static final Cell NONE = new Cell("–", "");
  }

  private record Column(String metric, Integer k) {
    String title() {
      String number = k == null ? "" : Figures.count(k);
      return switch (metric) {
        case "completion_tokens" -> "tokens";
        case "truncation_rate" -> "truncated";
        default -> k == null ? metric : metric.replaceFirst("@[a-z]+$", "@" + number);
      };
    }
  }

  static MetricTable of(Panel panel, List<ModelEntry> models, List<MetricRow> metrics) {
    List<MetricRow> rows = metrics.stream().filter(panel::holds).toList();
    List<Column> columns =
        rows.stream()
            .map(row -> new Column(row.metric(), row.k()))
            .distinct()
            .sorted(
                Comparator.comparing((Column column) -> firstPlace(rows, column))
                    .thenComparing(Column::k, Comparator.nullsLast(Integer::compare)))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (ModelEntry model : models) {
      List<MetricRow> own = rows.stream().filter(row -> row.model().equals(model.name())).toList();
      if (!own.isEmpty()) {
        lines.add(new Line(model.label(), columns.stream().map(c -> cell(own, c)).toList()));
      }
    }
    return new MetricTable(
        panel.title(),
        columns.stream().map(Column::title).toList(),
        lines,
        notes(rows),
        method(rows));
  }

  private static int firstPlace(List<MetricRow> rows, Column column) {
    return rows.stream().map(MetricRow::metric).distinct().toList().indexOf(column.metric());
  }

  private static Cell cell(List<MetricRow> rows, Column column) {
    return rows.stream()
        .filter(row -> row.metric().equals(column.metric()) && Objects.equals(row.k(), column.k()))
        .findFirst()
        .map(row -> cell(row, column))
        .orElse(Cell.NONE);
  }

  private static Cell cell(MetricRow row, Column column) {
    if (row.value() == null) {
      return new Cell("–", row.promptsShort() > 0 ? "too few rollouts" : "nothing scored");
    }
    double scale = isShare(column.metric()) ? 100 : 1;
    String mark = row.promptsShort() > 0 ? "\u202f†" : "";
    String value = Figures.decimal(scale * row.value()) + mark;
    if (row.ciLow() == null || row.ciHigh() == null) {
      return new Cell(value, "no interval");
    }
    String low = Figures.decimal(scale * row.ciLow());
    String dash = low.startsWith("\u2212") ? " to " : "–";
    return new Cell(value, low + dash + Figures.decimal(scale * row.ciHigh()));
  }

  private static List<String> notes(List<MetricRow> rows) {
    Set<String> notes = new LinkedHashSet<>();
    for (MetricRow row : rows) {
      if (row.value() == null && row.promptsShort() > 0) {
        notes.add("– too few rollouts: every prompt has fewer than k of them.");
      } else if (row.value() == null) {
        notes.add("– nothing scored: no prompt has a rollout with a verdict.");
      } else if (row.promptsShort() > 0) {
        notes.add("† prompts with fewer than k rollouts are left out of this mean.");
      }
      if (row.value() != null && row.ciLow() == null) {
        notes.add("No interval: it takes at least two prompts.");
      }
      if (row.ciLow() != null && row.ciHigh() != null) {
        notes.addAll(notes(row));
      }
    }
    return List.copyOf(notes);
  }

  private static List<String> notes(MetricRow row) {
    boolean outside = isShare(row.metric()) && (row.ciLow() < -SHOWN || row.ciHigh() > 1 + SHOWN);
    if (outside) {
      return List.of(
          "An interval that leaves 0 to 100 % shows that the normal approximation does not hold"
              + " there.");
    }
    boolean withoutWidth = row.ciLow().equals(row.ciHigh());
    return withoutWidth
        ? List.of(
            "An interval without width means that all prompts agree, not that nothing is"
                + " uncertain.")
        : List.of();
  }

  private static boolean isShare(String metric) {
    return !metric.equals("completion_tokens");
  }

  private static String method(List<MetricRow> rows) {
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    rows.forEach(
        row -> metrics.computeIfAbsent(row.method(), m -> new LinkedHashSet<>()).add(row.metric()));
    return metrics.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
        .collect(Collectors.joining("; "));
  }
}
