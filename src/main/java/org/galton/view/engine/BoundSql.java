package org.galton.view.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
    BoundSql all = of("(true");
    for (BoundSql condition : conditions) {
      all = all.then("AND (").then(condition).then(")");
    }
    return all.then(")");
  }

  /** As many parameters as there are values, in brackets. */
  public static String marks(List<?> values) {
    return "(" + String.join(", ", Collections.nCopies(values.size(), "?")) + ")";
  }
}
