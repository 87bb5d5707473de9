package org.galton.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.report.ColumnFormat.Medium;

/**
 * Rows as people see them, described once: per column the row's value, and how each medium shows
 * it. A medium has the columns that say how it shows them, in their order.
 */
public final class Columns<R> {
  private static final String MISSING = "–";

  private record Column<R>(ColumnFormat<?> shown, Function<R, ?> value) {
    Object cell(R row) {
      return shown.of(value.apply(row));
    }
  }

  private final List<Column<R>> columns;

  private Columns(List<Column<R>> columns) {
    this.columns = List.copyOf(columns);
  }

  public static <R> Columns<R> of() {
    return new Columns<>(List.of());
  }

  /**
   * @param value of a row; null, or an empty optional, where there is none
   */
  @SafeVarargs
  public final <V> Columns<R> column(Function<R, V> value, ColumnFormat<? super V>... shown) {
    List<Column<R>> more = new ArrayList<>(columns);
    for (ColumnFormat<? super V> one : shown) {
      more.add(new Column<>(one, value));
    }
    return new Columns<>(more);
  }

  /** On the page from low to high; nothing where one of both is missing. */
  public Columns<R> interval(
      String heading,
      Function<R, Double> low,
      Function<R, Double> high,
      Function<Double, String> format) {
    return column(
        row ->
            low.apply(row) == null || high.apply(row) == null
                ? null
                : format.apply(low.apply(row)) + " to " + format.apply(high.apply(row)),
        ColumnFormat.label(heading));
  }

  /** On the page. */
  public FigureTable table(String caption, List<R> rows) {
    List<Column<R>> shown = in(Medium.PAGE).toList();
    return new FigureTable(
        caption,
        headings(Medium.PAGE),
        text(Medium.PAGE, rows, MISSING),
        IntStream.range(1, shown.size())
            .filter(i -> shown.get(i).shown().words())
            .boxed()
            .collect(Collectors.toSet()));
  }

  public List<String> headings(Medium medium) {
    return in(medium).map(column -> column.shown().heading()).toList();
  }

  /** A missing value is null. */
  public List<Object> cells(Medium medium, R row) {
    return in(medium).map(column -> column.cell(row)).collect(Collectors.toList());
  }

  /**
   * @param missing the medium's sign for a missing value
   */
  public List<List<String>> text(Medium medium, List<R> rows, String missing) {
    return rows.stream()
        .map(
            row ->
                cells(medium, row).stream().map(cell -> Objects.toString(cell, missing)).toList())
        .toList();
  }

  private Stream<Column<R>> in(Medium medium) {
    return columns.stream().filter(column -> column.shown().medium() == medium);
  }
}
