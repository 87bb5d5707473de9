package org.galton.console;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.report.ColumnFormat.Medium;
import org.galton.report.Columns;

/** A table for the terminal: numbers to the right, everything else to the left, long text cut. */
public final class TextTable {
  private static final int WIDEST = 80;

  /** Where cells differ only behind the width above. */
  private static final int WIDEST_APART = 8 * WIDEST;

  private static final int GAP = 2;
  private static final Pattern NUMBER =
      Pattern.compile("NULL|NaN|-|-?(Infinity|[0-9.,]+(E-?[0-9]+)?%?)");

  private final List<String> headings;
  private final List<List<String>> rows;

  private TextTable(List<String> headings, List<List<String>> rows) {
    this.headings = headings.stream().map(heading -> cut(onOneLine(heading), WIDEST)).toList();
    List<List<String>> lines =
        rows.stream().map(row -> row.stream().map(TextTable::onOneLine).toList()).toList();
    int[] rooms = IntStream.range(0, headings.size()).map(i -> room(lines, i)).toArray();
    this.rows =
        lines.stream()
            .map(
                row ->
                    IntStream.range(0, row.size())
                        .mapToObj(i -> cut(row.get(i), rooms[i]))
                        .toList())
            .toList();
  }

  /** Characters that keep the cells of a column apart, as far as so many do. */
  private static int room(List<List<String>> rows, int column) {
    List<String> cells = rows.stream().map(row -> row.get(column)).distinct().toList();
    int room = WIDEST;
    while (room < WIDEST_APART && areAlike(cells, room)) {
      room *= 2;
    }
    return room;
  }

  private static boolean areAlike(List<String> cells, int room) {
    return cells.stream().map(cell -> cut(cell, room)).distinct().count() < cells.size();
  }

  public static TextTable of(List<String> headings, List<List<String>> rows) {
    return new TextTable(headings, rows);
  }

  /** A missing value is NULL, as in the tables. */
  public static <R> TextTable of(Columns<R> columns, List<R> rows) {
    return of(columns, rows, "NULL");
  }

  /**
   * @param missing another sign for a missing value
   */
  public static <R> TextTable of(Columns<R> columns, List<R> rows, String missing) {
    return of(columns.headings(Medium.TERMINAL), columns.text(Medium.TERMINAL, rows, missing));
  }

  /**
   * Lines that each end in a newline: the headings, a rule, the rows. Where they go to a terminal
   * they are no wider than it is.
   */
  @Override
  public String toString() {
    OptionalInt width = Terminal.current().output();
    return width.isPresent() ? NarrowTable.within(width.getAsInt(), this) : whole();
  }

  List<String> headings() {
    return headings;
  }

  List<List<String>> rows() {
    return rows;
  }

  int width() {
    return IntStream.range(0, headings.size()).map(i -> column(i).width()).sum()
        + GAP * Math.max(0, headings.size() - 1);
  }

  boolean isOfNumbers(int index) {
    return column(index).ofNumbers();
  }

  /** However wide it is. */
  String whole() {
    List<Column> columns = IntStream.range(0, headings.size()).mapToObj(this::column).toList();
    StringBuilder text = new StringBuilder();
    append(text, headings, columns);
    append(text, columns.stream().map(column -> "─".repeat(column.width())).toList(), columns);
    rows.forEach(row -> append(text, row, columns));
    return text.toString();
  }

  private record Column(int width, boolean ofNumbers) {
    String pad(String cell) {
      String space = " ".repeat(width - length(cell));
      return ofNumbers ? space + cell : cell + space;
    }
  }

  private Column column(int index) {
    int width =
        rows.stream()
            .map(row -> row.get(index))
            .mapToInt(TextTable::length)
            .reduce(length(headings.get(index)), Math::max);
    return new Column(
        width, rows.stream().allMatch(row -> NUMBER.matcher(row.get(index)).matches()));
  }

  private static void append(StringBuilder text, List<String> cells, List<Column> columns) {
    String line =
        IntStream.range(0, cells.size())
            .mapToObj(i -> columns.get(i).pad(cells.get(i)))
            .collect(Collectors.joining(" ".repeat(GAP)));
    text.append(line.stripTrailing()).append('\n');
  }

  private static String onOneLine(String cell) {
    return cell.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String cut(String line, int room) {
    return length(line) <= room
        ? line
        : line.substring(0, line.offsetByCodePoints(0, room - 1)) + "…";
  }

  static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
