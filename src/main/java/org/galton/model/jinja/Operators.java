package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Python's operators on a template's values; what Python refuses is refused. */
final class Operators {
  private Operators() {}

  static boolean equal(Object left, Object right, Rendering rendering) {
    rendering.compare();
    if (left instanceof Undefined && right instanceof Undefined) {
      return true;
    }
    Object a = plain(left);
    Object b = plain(right);
    if (a instanceof Long x && b instanceof Double y) {
      return x.doubleValue() == y;
    }
    if (a instanceof Double x && b instanceof Long y) {
      return x == y.doubleValue();
    }
    if (a instanceof String x && b instanceof String y) {
      rendering.touch(x.length() == y.length() ? x.length() : 0);
      return x.equals(y);
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      if (x.size() != y.size() || a instanceof Tuple != b instanceof Tuple) {
        return false;
      }
      for (int i = 0; i < x.size(); i++) {
        if (!equal(x.get(i), y.get(i), rendering)) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return equalEntries(x, y, rendering);
    }
    if (a instanceof Namespace || a instanceof LoopVariable) {
      return a == b;
    }
    return Objects.equals(a, b);
  }

  private static boolean equalEntries(Map<?, ?> x, Map<?, ?> y, Rendering rendering) {
    if (x.size() != y.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : x.entrySet()) {
      Object key = Values.key(entry.getKey(), rendering);
      if (!y.containsKey(key) || !equal(entry.getValue(), y.get(key), rendering)) {
        return false;
      }
    }
    return true;
  }

  /** A truth counts as 0 or 1 among numbers. */
  private static Object plain(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  static int compare(String operator, Object left, Object right, Rendering rendering) {
    rendering.compare();
    Object a = plain(left);
    Object b = plain(right);
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof String x && b instanceof String y) {
      rendering.touch(Math.min(x.length(), y.length()));
      return x.compareTo(y);
    }
    throw refused(operator, left, right);
  }

  static boolean contains(Object container, Object value, Rendering rendering) {
    if (container instanceof String text) {
      if (value instanceof String part) {
        return new TextSearch(part, rendering).in(text, 0) >= 0;
      }
      throw refused("in", value, container);
    }
    if (container instanceof Map<?, ?> entries) {
      return entries.containsKey(Values.key(value, rendering));
    }
    List<?> items = container instanceof List<?> list ? list : Values.items(container, rendering);
    return items.stream().anyMatch(item -> equal(item, value, rendering));
  }

  static Object arithmetic(String operator, Object left, Object right, Rendering rendering) {
    rendering.touch(1);
    if (operator.equals("+") && left instanceof String a && right instanceof String b) {
      rendering.makeText((long) a.length() + b.length());
      return a + b;
    }
    if (operator.equals("+")
        && left instanceof List<?> a
        && right instanceof List<?> b
        && left instanceof Tuple == right instanceof Tuple) {
      rendering.makeList((long) a.size() + b.size());
      List<Object> both = new ArrayList<>(a);
      both.addAll(b);
      return left instanceof Tuple ? new Tuple(both) : both;
    }
    if (operator.equals("*") && left instanceof String text && right instanceof Long times) {
      long most = Math.max(0, Math.min(times, Rendering.MOST_CHARACTERS + 1L));
      rendering.makeText(text.length() * most);
      return text.repeat((int) most);
    }
    Object a = plain(left);
    Object b = plain(right);
    if (a instanceof Long x && b instanceof Long y && !operator.equals("/")) {
      return whole(operator, x, y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return decimal(operator, x.doubleValue(), y.doubleValue());
    }
    throw refused(operator, left, right);
  }

  private static Object whole(String operator, long x, long y) {
    try {
      return switch (operator) {
        case "+" -> Math.addExact(x, y);
        case "-" -> Math.subtractExact(x, y);
        case "*" -> Math.multiplyExact(x, y);
        case "//" -> Math.floorDiv(x, y);
        case "%" -> Math.floorMod(x, y);
        default -> throw refused(operator, x, y);
      };
    } catch (ArithmeticException e) {
      throw new TemplateProblem("cannot work out " + x + " " + operator + " " + y);
    }
  }

  private static Object decimal(String operator, double x, double y) {
    if (y == 0 && "//%".contains(operator)) {
      throw new TemplateProblem("cannot work out " + x + " " + operator + " " + y);
    }
    return switch (operator) {
      case "+" -> x + y;
      case "-" -> x - y;
      case "*" -> x * y;
      case "/" -> x / y;
      case "//" -> Math.floor(x / y);
      default -> throw refused(operator, x, y);
    };
  }

  private static TemplateProblem refused(String operator, Object left, Object right) {
    if (left instanceof Undefined undefined) {
      return undefined.asProblem();
    }
    if (right instanceof Undefined undefined) {
      return undefined.asProblem();
    }
    return new TemplateProblem(
        "cannot work out a %s %s a %s".formatted(Values.kind(left), operator, Values.kind(right)));
  }
}
