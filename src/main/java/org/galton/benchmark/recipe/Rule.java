package org.galton.benchmark.recipe;

import java.util.Map;
import java.util.function.Supplier;
import org.galton.model.jinja.JinjaExpression;
import org.galton.model.jinja.JinjaTemplate;
import org.galton.spec.InvalidInput;

/** One of a recipe's rules over a row's columns: an expression of Jinja's, or a template. */
public sealed interface Rule {
  /** Nothing was said. */
  record None() implements Rule {
    @Override
    public Object value(Map<String, Object> columns) {
      return null;
    }
  }

  /** Has any value. */
  record Expressed(JinjaExpression expression) implements Rule {
    @Override
    public Object value(Map<String, Object> columns) {
      return made(() -> expression.value(columns));
    }
  }

  /** Has a text. */
  record Templated(JinjaTemplate template) implements Rule {
    @Override
    public Object value(Map<String, Object> columns) {
      return made(() -> template.renderWhole(columns));
    }
  }

  /**
   * A template where the text has tags, an expression otherwise, none where it is empty.
   *
   * @param key what errors call it
   * @param columns their names, for errors
   * @throws InvalidInput saying what is wrong with it
   */
  static Rule of(String key, String text, String columns) {
    if (text.isEmpty()) {
      return new None();
    }
    return text.contains("{{") || text.contains("{%")
        ? template(key, text, columns)
        : new Expressed(JinjaExpression.read(named(key, columns), text));
  }

  /** A template, whose last line end is kept. */
  static Rule template(String key, String text, String columns) {
    String whole = text.endsWith("\n") ? text + "\n" : text;
    return new Templated(JinjaTemplate.read(named(key, columns), whole));
  }

  /** What a row lacks is wrong with the row, and no reason to read no further. */
  private static <T> T made(Supplier<T> value) {
    try {
      return value.get();
    } catch (InvalidInput e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String named(String key, String columns) {
    return "'%s'%s".formatted(key, columns.isEmpty() ? "" : " over the columns " + columns);
  }

  default boolean isEmpty() {
    return this instanceof None;
  }

  /**
   * @throws IllegalArgumentException when the columns lack what it asks for
   */
  Object value(Map<String, Object> columns);

  /** The value as {@link WrittenValue} writes it. */
  default String text(Map<String, Object> columns) {
    return WrittenValue.of(value(columns));
  }
}
