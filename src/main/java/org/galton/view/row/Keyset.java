package org.galton.view.row;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.galton.view.engine.BoundSql;

/**
 * An order of rows by a figure, and by their keys where it is the same; rows without the figure
 * come last. A page goes on behind the last row of the one before it, however many came before: the
 * cost of a page does not grow with its number, and no row is shown twice where rows are added.
 *
 * @param keys columns that name a row
 * @param column the figure's; empty for the order of keys alone
 */
public record Keyset(List<String> keys, String column, Direction direction) {
  /** Of the figure; keys always ascend. */
  public enum Direction {
    ASCENDING("ASC", ">"),
    DESCENDING("DESC", "<");

    private final String word;
    private final String beyond;

    Direction(String word, String beyond) {
      this.word = word;
      this.beyond = beyond;
    }

    Direction reversed() {
      return this == ASCENDING ? DESCENDING : ASCENDING;
    }
  }

  public static Keyset of(List<String> keys) {
    return new Keyset(keys, "", Direction.ASCENDING);
  }

  /** The figure of a row, as an expression. */
  public String figure() {
    return column.isEmpty() ? "CAST(NULL AS DOUBLE)" : "CAST(" + column + " AS DOUBLE)";
  }

  public String forward() {
    String byKey = String.join(", ", keys);
    return column.isEmpty() ? byKey : column + " " + direction.word + " NULLS LAST, " + byKey;
  }

  public String backward() {
    String byKey = keys.stream().map(key -> key + " DESC").collect(Collectors.joining(", "));
    return column.isEmpty()
        ? byKey
        : column + " " + direction.reversed().word + " NULLS FIRST, " + byKey;
  }

  /** Holds for what comes after a row. */
  public BoundSql after(RowPlace place) {
    BoundSql later = keysThatAre(">", place);
    if (column.isEmpty()) {
      return later;
    }
    if (place.figure() == null) {
      return BoundSql.of(column + " IS NULL AND").then(later);
    }
    return BoundSql.of(
            "%s %s ? OR %s IS NULL OR %s = ? AND"
                .formatted(column, direction.beyond, column, column),
            place.figure(),
            place.figure())
        .then(later);
  }

  /** Holds for what comes before it. */
  public BoundSql before(RowPlace place) {
    BoundSql earlier = keysThatAre("<", place);
    if (column.isEmpty()) {
      return earlier;
    }
    if (place.figure() == null) {
      return BoundSql.of(column + " IS NOT NULL OR").then(earlier);
    }
    return BoundSql.of(
            "%s %s ? OR %s = ? AND".formatted(column, direction.reversed().beyond, column),
            place.figure(),
            place.figure())
        .then(earlier);
  }

  /** Column by column; the first stands alone, too, so that files can be passed over by it. */
  private BoundSql keysThatAre(String sign, RowPlace place) {
    List<Object> values = new ArrayList<>(List.of(place.key().get(0)));
    StringBuilder text = new StringBuilder("(" + keys.get(0) + " " + sign + "= ? AND (");
    for (int last = 0; last < keys.size(); last++) {
      text.append(last == 0 ? "" : " OR ");
      for (int i = 0; i < last; i++) {
        text.append(keys.get(i)).append(" = ? AND ");
        values.add(place.key().get(i));
      }
      text.append(keys.get(last)).append(' ').append(sign).append(" ?");
      values.add(place.key().get(last));
    }
    return new BoundSql(text.append("))").toString(), values);
  }
}
