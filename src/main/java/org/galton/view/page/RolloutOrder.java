package org.galton.view.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.galton.view.engine.BoundSql;

/**
 * An order of rollouts: by a figure, and by their keys where it is the same. Rollouts without the
 * figure come last.
 */
enum RolloutOrder {
  KEY("Key", "", ""),
  LONGEST("Longest first", "completion_tokens", "DESC"),
  SHORTEST("Shortest first", "completion_tokens", "ASC"),
  LIKELIEST("Most likely first", "logprob_sum", "DESC"),
  UNLIKELIEST("Least likely first", "logprob_sum", "ASC"),
  SUREST("Surest first", "entropy_mean", "ASC"),
  UNSUREST("Least sure first", "entropy_mean", "DESC");

  private final String title;
  private final String column;
  private final String direction;

  RolloutOrder(String title, String column, String direction) {
    this.title = title;
    this.column = column;
    this.direction = direction;
  }

  static RolloutOrder of(String name) {
    return Arrays.stream(values())
        .filter(order -> order.word().equals(name))
        .findFirst()
        .orElse(KEY);
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /** The figure of a rollout, as an expression. */
  String figure() {
    return column.isEmpty() ? "CAST(NULL AS DOUBLE)" : "CAST(" + column + " AS DOUBLE)";
  }

  String forward() {
    String keys = String.join(", ", RolloutAddress.COLUMNS);
    return column.isEmpty() ? keys : column + " " + direction + " NULLS LAST, " + keys;
  }

  String backward() {
    String keys =
        RolloutAddress.COLUMNS.stream()
            .map(name -> name + " DESC")
            .collect(Collectors.joining(", "));
    return column.isEmpty()
        ? keys
        : column + " " + (isDescending() ? "ASC" : "DESC") + " NULLS FIRST, " + keys;
  }

  private boolean isDescending() {
    return direction.equals("DESC");
  }

  /** Holds for what comes after a rollout. */
  BoundSql after(RolloutPlace place) {
    BoundSql key = keys(">", place.address());
    if (column.isEmpty()) {
      return key;
    }
    if (place.figure() == null) {
      return BoundSql.of(column + " IS NULL AND ").then(key);
    }
    String beyond = isDescending() ? "<" : ">";
    return BoundSql.of(
            "%s %s ? OR %s IS NULL OR %s = ? AND".formatted(column, beyond, column, column),
            place.figure(),
            place.figure())
        .then(key);
  }

  /** Holds for what comes before it. */
  BoundSql before(RolloutPlace place) {
    BoundSql key = keys("<", place.address());
    if (column.isEmpty()) {
      return key;
    }
    if (place.figure() == null) {
      return BoundSql.of(column + " IS NOT NULL OR ").then(key);
    }
    String beyond = isDescending() ? ">" : "<";
    return BoundSql.of(
            "%s %s ? OR %s = ? AND".formatted(column, beyond, column),
            place.figure(),
            place.figure())
        .then(key);
  }

  /** A comparison of keys, column by column, the first of which lets files be passed over. */
  private static BoundSql keys(String sign, RolloutAddress address) {
    List<Object> values = new ArrayList<>(List.of(address.model()));
    StringBuilder text = new StringBuilder("(model " + sign + "= ? AND (");
    for (int last = 0; last < RolloutAddress.COLUMNS.size(); last++) {
      text.append(last == 0 ? "" : " OR ");
      for (int i = 0; i < last; i++) {
        text.append(RolloutAddress.COLUMNS.get(i)).append(" = ? AND ");
        values.add(address.values().get(i));
      }
      text.append(RolloutAddress.COLUMNS.get(last)).append(' ').append(sign).append(" ?");
      values.add(address.values().get(last));
    }
    return new BoundSql(text.append("))").toString(), values);
  }
}
