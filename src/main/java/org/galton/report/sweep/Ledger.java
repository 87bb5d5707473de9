package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.galton.report.Figures;
import org.galton.table.BooksRow;

/** The books and the cost of every cell, and their sums. */
record Ledger(List<Line> lines, Line total) {

  record Line(
      String task,
      String model,
      String requested,
      String scored,
      String unscored,
      String failed,
      String generated,
      String reused,
      String tokens,
      String deviceSeconds,
      String tokensPerSecond) {}

  static Ledger of(List<Panel> panels, List<ModelEntry> models, List<BooksRow> books) {
    List<Line> lines = new ArrayList<>();
    for (Panel panel : panels) {
      for (ModelEntry model : models) {
        List<BooksRow> cell =
            books.stream()
                .filter(row -> panel.holds(row) && row.model().equals(model.name()))
                .toList();
        if (!cell.isEmpty()) {
          lines.add(line(panel.title(), model.label(), cell));
        }
      }
    }
    return new Ledger(lines, line("All", "", books));
  }

  private static Line line(String task, String model, List<BooksRow> cell) {
    long tokens = cell.stream().mapToLong(BooksRow::tokens).sum();
    double seconds = cell.stream().mapToDouble(BooksRow::deviceSeconds).sum();
    return new Line(
        task,
        model,
        sum(cell, BooksRow::requested),
        sum(cell, BooksRow::scored),
        sum(cell, BooksRow::unscored),
        sum(cell, BooksRow::failed),
        sum(cell, BooksRow::generated),
        sum(cell, BooksRow::reused),
        Figures.count(tokens),
        Figures.decimal(seconds),
        seconds > 0 ? Figures.count(Math.round(tokens / seconds)) : "–");
  }

  private static String sum(List<BooksRow> cell, ToLongFunction<BooksRow> column) {
    return Figures.count(cell.stream().mapToLong(column).sum());
  }
}
