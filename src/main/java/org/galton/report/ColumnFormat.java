package org.galton.report;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * How one medium shows a column.
 *
 * @param heading there; of JSON the key
 * @param words whether its cells are words and not figures
 * @param cell of a value that is there
 */
public record ColumnFormat<V>(Medium medium, String heading, boolean words, Function<V, ?> cell) {
  private static final int LONGEST = 400;

  /** Where tables are shown. */
  public enum Medium {
    TERMINAL,
    PAGE,
    JSON
  }

  public static ColumnFormat<Object> json(String key) {
    return new ColumnFormat<>(Medium.JSON, key, false, value -> value);
  }

  public static ColumnFormat<Object> text(String heading) {
    return new ColumnFormat<>(Medium.TERMINAL, heading, false, Object::toString);
  }

  /** A number on the terminal. */
  public static ColumnFormat<Object> text(String heading, String pattern) {
    return new ColumnFormat<>(Medium.TERMINAL, heading, false, number -> rounded(pattern, number));
  }

  /** Text from anywhere on the page, made safe to look at. */
  public static ColumnFormat<String> page(String heading) {
    return new ColumnFormat<>(Medium.PAGE, heading, true, text -> VisibleText.line(text, LONGEST));
  }

  /** Words of Galton's own on the page. */
  public static ColumnFormat<String> label(String heading) {
    return page(heading, words -> words);
  }

  /** A figure on the page. */
  public static <V> ColumnFormat<V> page(String heading, Function<V, String> format) {
    return new ColumnFormat<>(Medium.PAGE, heading, false, format);
  }

  /** A whole number on the page. */
  public static ColumnFormat<Number> count(String heading) {
    return page(heading, number -> Figures.count(number.longValue()));
  }

  /** Nothing, null, where the value is absent. */
  @SuppressWarnings("unchecked")
  Object of(Object value) {
    Object present = value;
    if (value instanceof OptionalDouble number) {
      present = number.isPresent() ? (Object) number.getAsDouble() : null;
    } else if (value instanceof OptionalInt number) {
      present = number.isPresent() ? (Object) number.getAsInt() : null;
    }
    return present == null ? null : cell.apply((V) present);
  }

  /** What rounds to nothing has no sign. */
  private static String rounded(String pattern, Object number) {
    String text = Figures.format(pattern, number);
    return text.matches("-[0.]+") ? text.substring(1) : text;
  }
}
