package org.galton.view.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A query with the values of its parameters. Names, keys and texts are data: they come as values
 * only.
 */
public record BoundSql(String text, List<Object> values) {
  public BoundSql {
    values = List.copyOf(values);
  }

  public static BoundSql of(String text, Object... values) {
    return new BoundSql(text, List.of(values));
  }

  /** This, and then that. */
  public BoundSql then(BoundSql that) {
    List<Object> both = new ArrayList<>(values);
    both.addAll(that.values);
    return new BoundSql(text + " " + that.text, both);
  }

  public BoundSql then(String more, Object... its) {
    return then(of(more, its));
  }

  /** Conditions that all hold; true where there are none. */
  public static BoundSql all(List<BoundSql> conditions) {
    List<Object> all = new ArrayList<>();
    conditions.forEach(condition -> all.addAll(condition.values));
    return conditions.isEmpty()
        ? of("true")
        : new BoundSql(
            conditions.stream()
                .map(condition -> "(" + condition.text + ")")
                .collect(Collectors.joining(" AND ")),
            all);
  }

  /** With its values written out, as one types it. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    Iterator<Object> next = values.iterator();
    text.chars()
        .forEach(
            sign -> {
              if (sign == '?') {
                plain.append(literal(next.next()));
              } else {
                plain.append((char) sign);
              }
            });
    return plain.toString();
  }

  private static String literal(Object value) {
    return value instanceof Number
        ? value.toString()
        : "'" + value.toString().replace("'", "''") + "'";
  }

  /** As many parameters as there are values, in brackets. */
  public static String marks(List<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }
}
