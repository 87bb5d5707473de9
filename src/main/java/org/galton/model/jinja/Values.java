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
  static String text(Object value, Rendering rendering) {
    if (value instanceof String text) {
      rendering.touch(text.length());
      return text;
    }
    return value instanceof Undefined absent
        ? rendering.written(absent)
        : literal(value, rendering);
  }

  /** Python's {@code repr}. */
  private static String literal(Object value, Rendering rendering) {
    StringBuilder out = new StringBuilder();
    write(value, out, rendering);
    return out.toString();
  }

  private static void write(Object value, StringBuilder out, Rendering rendering) {
    rendering.touch(1);
    Rendering.bound(out.length());
    if (value == null) {
      out.append("None");
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "True" : "False");
    } else if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof Double number) {
      out.append(decimal(number));
    } else if (value instanceof String text) {
      rendering.touch(text.length());
      quote(text, out);
    } else if (value instanceof List<?> items) {
      boolean round = value instanceof Tuple;
      out.append(round ? '(' : '[');
      String before = "";
      for (Object item : items) {
        out.append(before);
        write(item, out, rendering);
        before = ", ";
      }
      out.append(round ? (items.size() == 1 ? ",)" : ")") : "]");
    } else if (value instanceof Map<?, ?> entries) {
      out.append('{');
      String before = "";
      for (Map.Entry<?, ?> entry : entries.entrySet()) {
        out.append(before);
        write(entry.getKey(), out, rendering);
        out.append(": ");
        write(entry.getValue(), out, rendering);
        before = ", ";
      }
      out.append('}');
    } else {
      throw new TemplateProblem("it writes out a " + kind(value) + ": expected a text");
    }
  }

  /**
   * A value as the key of a mapping. Python takes no list or mapping for one; a tuple that holds
   * another is refused as well, since what it costs to look up would multiply with its depth.
   */
  static Object key(Object value, Rendering rendering) {
    if (value instanceof String text) {
      rendering.touch(text.length());
    } else if (value instanceof Tuple parts) {
      for (Object part : parts) {
        if (part instanceof Tuple) {
          throw noKey(part);
        }
        key(part, rendering);
      }
    } else if (!(value == null || value instanceof Boolean || value instanceof Number)
        && !(value instanceof Undefined)) {
      throw noKey(value);
    }
    return value;
  }

  private static TemplateProblem noKey(Object value) {
    return new TemplateProblem("it looks up a " + kind(value) + ": expected a text or a number");
  }

  /** What a {@code for} goes through: items, keys, or the characters of a text. */
  static List<Object> items(Object value, Rendering rendering) {
    if (value instanceof List<?> items) {
      rendering.makeList(items.size());
      return new ArrayList<>(items);
    }
    if (value instanceof Map<?, ?> entries) {
      rendering.makeList(entries.size());
      return new ArrayList<>(entries.keySet());
    }
    if (value instanceof String text) {
      rendering.makeList(text.length());
      return text.codePoints()
          .mapToObj(Character::toString)
          .collect(Collectors.toCollection(ArrayList::new));
    }
    if (value instanceof Undefined) {
      return new ArrayList<>();
    }
    throw new TemplateProblem("it goes through a " + kind(value) + ": expected a list");
  }

  static long length(Object value, Rendering rendering) {
    if (value instanceof String text) {
      rendering.touch(text.length());
      return text.codePointCount(0, text.length());
    }
    if (value instanceof List<?> items) {
      return items.size();
    }
    return items(value, rendering).size();
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

  private static void quote(String text, StringBuilder out) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    out.append(quote);
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
    out.append(quote);
  }
}
