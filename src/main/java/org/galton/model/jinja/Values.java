package org.galton.model.jinja;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A template's values, judged and written as Python does: null for {@code none}, {@link Boolean},
 * {@link Long}, {@link Double}, {@link String}, {@link List}, {@link Map}, and what templates make
 * themselves.
 */
final class Values {
  private Values() {}

  /** What a message calls a value. */
  static String kind(Object value) {
    if (value == null) {
      return "none";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Long || value instanceof Double) {
      return "number";
    }
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof Tuple) {
      return "tuple";
    }
    if (value instanceof List<?>) {
      return "list";
    }
    if (value instanceof Map<?, ?>) {
      return "mapping";
    }
    if (value instanceof Namespace) {
      return "namespace";
    }
    if (value instanceof LoopVariable) {
      return "loop";
    }
    return value instanceof Undefined ? "undefined value" : "function";
  }

  static boolean isTrue(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value instanceof Long number) {
      return number != 0;
    }
    if (value instanceof Double number) {
      return number != 0;
    }
    if (value instanceof String text) {
      return !text.isEmpty();
    }
    if (value instanceof Collection<?> items) {
      return !items.isEmpty();
    }
    if (value instanceof Map<?, ?> entries) {
      return !entries.isEmpty();
    }
    return value != null && !(value instanceof Undefined);
  }

  /** Python's {@code str}. */
  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof Undefined ? "" : literal(value);
  }

  /** Python's {@code repr}. */
  static String literal(Object value) {
    if (value == null) {
      return "None";
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value instanceof Long number) {
      return number.toString();
    }
    if (value instanceof Double number) {
      return decimal(number);
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Tuple items) {
      return items.stream()
          .map(Values::literal)
          .collect(Collectors.joining(", ", "(", items.size() == 1 ? ",)" : ")"));
    }
    if (value instanceof List<?> items) {
      return items.stream().map(Values::literal).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> entries) {
      return entries.entrySet().stream()
          .map(entry -> literal(entry.getKey()) + ": " + literal(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    throw new TemplateProblem("it writes out a " + kind(value) + ": expected a text");
  }

  /** What a {@code for} goes through: items, keys, or the characters of a text. */
  static List<Object> items(Object value) {
    if (value instanceof List<?> items) {
      return new ArrayList<>(items);
    }
    if (value instanceof Map<?, ?> entries) {
      return new ArrayList<>(entries.keySet());
    }
    if (value instanceof String text) {
      return text.codePoints().mapToObj(Character::toString).collect(Collectors.toList());
    }
    if (value instanceof Undefined) {
      return new ArrayList<>();
    }
    throw new TemplateProblem("it goes through a " + kind(value) + ": expected a list");
  }

  static long length(Object value) {
    if (value instanceof String text) {
      return text.codePointCount(0, text.length());
    }
    return items(value).size();
  }

  static String decimal(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new TemplateProblem("it writes out the number " + value);
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      throw new TemplateProblem("it writes out the number " + value + ", too large or too small");
    }
    String plain = new BigDecimal(Double.toString(value)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                case '\\' -> out.append("\\\\");
                default -> {
                  if (c == quote) {
                    out.append('\\');
                  } else if (Character.isISOControl(c)) {
                    throw new TemplateProblem("it writes out a list with a control character");
                  }
                  out.appendCodePoint(c);
                }
              }
            });
    return out.append(quote).toString();
  }
}
