package org.galton.benchmark;

import java.util.Map;
import org.galton.benchmark.recipe.ItemRules;
import org.galton.model.jinja.JinjaExpression;

/** One of a recipe's expressions, or none. */
record Rule(String key, JinjaExpression expression) {
  static Rule of(String key, String text, ItemRules rules) {
    String name = "'%s' over the columns %s".formatted(key, rules.names());
    return new Rule(key, text.isEmpty() ? null : JinjaExpression.read(name, text));
  }

  boolean isEmpty() {
    return expression == null;
  }

  Object value(Map<String, Object> values) {
    return expression.value(values);
  }

  /** The value as a text; empty for none. */
  String text(Map<String, Object> values) {
    return ValueText.of(value(values));
  }
}
