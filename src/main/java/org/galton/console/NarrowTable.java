package org.galton.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table on a terminal that is narrower than the table. In this order, until it fits: names that
 * begin alike lose what they have in common; the longest text is cut, if its cells still differ;
 * columns are left out and named, first those that say the same in every row, then from the right.
 */
public final class NarrowTable {
  /** Less of a common beginning is not worth a sign that something is missing. */
  private static final int WORTH = 4;

  private static final int SHORTEST_TEXT = 16;
  private static final String BREAKS = "/@: ";

  private NarrowTable() {}

  static String within(int width, TextTable table) {
    TextTable shown = table;
    if (shown.width() > width) {
      shown = withColumns(shown, i -> withoutCommonBeginning(column(table, i), table, i));
    }
    if (shown.width() > width) {
      shown = withLongestCut(shown, shown.width() - width);
    }
    List<Integer> kept =
        new ArrayList<>(IntStream.range(0, shown.headings().size()).boxed().toList());
    while (kept.size() > 1 && only(shown, kept).width() > width) {
      kept.remove(leastMissed(shown, kept));
    }
    return only(shown, kept).whole() + leftOut(table, kept, width);
  }

  /** The last whose text is the same in all rows, or else the last. */
  private static Integer leastMissed(TextTable table, List<Integer> kept) {
    return kept.stream()
        .skip(1)
        .filter(i -> !table.isOfNumbers(i))
        .filter(i -> table.rows().size() > 1 && column(table, i).stream().distinct().count() == 1)
        .reduce((a, b) -> b)
        .orElse(kept.get(kept.size() - 1));
  }

  private interface Cells {
    List<String> of(int column);
  }

  private static List<String> column(TextTable table, int index) {
    return table.rows().stream().map(row -> row.get(index)).toList();
  }

  private static TextTable withColumns(TextTable table, Cells cells) {
    List<List<String>> columns =
        IntStream.range(0, table.headings().size()).mapToObj(cells::of).toList();
    return TextTable.of(
        table.headings(),
        IntStream.range(0, table.rows().size())
            .mapToObj(row -> columns.stream().map(column -> column.get(row)).toList())
            .toList());
  }

  private static List<String> withoutCommonBeginning(
      List<String> cells, TextTable table, int index) {
    if (table.isOfNumbers(index)) {
      return cells;
    }
    int common = commonBeginning(cells);
    return common < WORTH
        ? cells
        : cells.stream().map(cell -> "…" + cell.substring(common)).toList();
  }

  /** Characters, up to where the last part begins that any two do not share. */
  public static int commonBeginning(List<String> cells) {
    List<String> distinct = cells.stream().distinct().toList();
    if (distinct.size() < 2) {
      return 0;
    }
    String common = distinct.get(0);
    for (String cell : distinct) {
      int same = 0;
      while (same < Math.min(common.length(), cell.length())
          && common.charAt(same) == cell.charAt(same)) {
        same++;
      }
      common = common.substring(0, same);
    }
    int end = common.length();
    while (end > 0 && BREAKS.indexOf(common.charAt(end - 1)) < 0) {
      end--;
    }
    return Math.max(0, end - 1);
  }

  private static TextTable withLongestCut(TextTable table, int excess) {
    int longest =
        IntStream.range(0, table.headings().size())
            .filter(i -> !table.isOfNumbers(i))
            .reduce((a, b) -> widest(table, b) > widest(table, a) ? b : a)
            .orElse(0);
    int room = widest(table, longest) - excess;
    if (room < Math.max(SHORTEST_TEXT, TextTable.length(table.headings().get(longest)))) {
      return table;
    }
    List<String> cells = column(table, longest);
    List<String> cut = cells.stream().map(cell -> cut(cell, room)).toList();
    boolean alike = cut.stream().distinct().count() < cells.stream().distinct().count();
    return alike ? table : withColumns(table, i -> i == longest ? cut : column(table, i));
  }

  private static int widest(TextTable table, int index) {
    return column(table, index).stream().mapToInt(TextTable::length).max().orElse(0);
  }

  private static String cut(String cell, int room) {
    return TextTable.length(cell) <= room
        ? cell
        : cell.substring(0, cell.offsetByCodePoints(0, room - 1)) + "…";
  }

  private static TextTable only(TextTable table, List<Integer> kept) {
    return TextTable.of(
        kept.stream().map(table.headings()::get).toList(),
        table.rows().stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  private static String leftOut(TextTable table, List<Integer> kept, int width) {
    List<String> missing =
        IntStream.range(0, table.headings().size())
            .filter(i -> !kept.contains(i))
            .mapToObj(table.headings()::get)
            .toList();
    return missing.isEmpty()
        ? ""
        : Footer.folded(
                    "Not shown: %s; a wider terminal or --json shows them."
                        .formatted(String.join(", ", missing)),
                    width)
                .stream()
                .collect(Collectors.joining("\n"))
            + "\n";
  }
}
