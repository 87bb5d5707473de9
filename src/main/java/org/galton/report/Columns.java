package org.galton.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How rows are shown as a table: per column its heading, the row's value and how it is written. */
public record Columns<R>(List<Column<R>> columns) {
  static final String MISSING = "–";

  private enum Kind {
    FIGURE,
    WORDS
  }

  private record Column<R>(String heading, Kind kind, Function<R, String> cell) {}

  /** The first column, which names the row. */
  public static <R> Columns<R> named(String heading, Function<R, String> name) {
    return new Columns<R>(List.of()).words(heading, name);
  }

  /**
   * @param value of a row; null where there is none
   * @param format of a value that is there
   */
  public <V> Columns<R> figure(String heading, Function<R, V> value, Function<V, String> format) {
    return with(new Column<>(heading, Kind.FIGURE, row -> text(value.apply(row), format)));
  }

  public Columns<R> count(String heading, Function<R, ? extends Number> value) {
    return figure(heading, value::apply, (Number count) -> Figures.count(count.longValue()));
  }

  /** Of text from anywhere, which is made safe to look at. */
  public Columns<R> words(String heading, Function<R, String> value) {
    return with(
        new Column<>(
            heading,
            Kind.WORDS,
            row -> text(value.apply(row), text -> VisibleText.line(text, 400))));
  }

  /** Low to high; nothing where one of both is missing. */
  public Columns<R> interval(
      String heading,
      Function<R, Double> low,
      Function<R, Double> high,
      Function<Double, String> format) {
    return with(
        new Column<>(
            heading,
            Kind.FIGURE,
            row ->
                low.apply(row) == null || high.apply(row) == null
                    ? MISSING
                    : format.apply(low.apply(row)) + " to " + format.apply(high.apply(row))));
  }

  public FigureTable table(String caption, List<R> rows) {
    Set<Integer> words = new LinkedHashSet<>();
    for (int i = 1; i < columns.size(); i++) {
      if (columns.get(i).kind() == Kind.WORDS) {
        words.add(i);
      }
    }
    return new FigureTable(
        caption,
        columns.stream().map(Column::heading).toList(),
        rows.stream()
            .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
            .toList(),
        words);
  }

  private Columns<R> with(Column<R> column) {
    List<Column<R>> more = new ArrayList<>(columns);
    more.add(column);
    return new Columns<>(List.copyOf(more));
  }

  private static <V> String text(V value, Function<V, String> format) {
    return value == null ? MISSING : format.apply(value);
  }
}
