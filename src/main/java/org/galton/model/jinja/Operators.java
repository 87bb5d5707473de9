package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Python's operators on a template's values; what Python refuses is refused. */
final class Operators {
  private Operators() {}

  static boolean equal(Object left, Object right) {
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
    if (a instanceof List<?> x && b instanceof List<?> y) {
      if (x.size() != y.size() || a instanceof Tuple != b instanceof Tuple) {
        return false;
      }
      for (int i = 0; i < x.size(); i++) {
        if (!equal(x.get(i), y.get(i))) {
          return false;
        }
      }
      return true;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return x.keySet().equals(y.keySet())
          && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
    }
    return Objects.equals(a, b);
  }

  /** A truth counts as 0 or 1 among numbers. */
  private static Object plain(Object value) {
    return value instanceof Boolean flag ? (Object) (flag ? 1L : 0L) : value;
  }

  static int compare(String operator, Object left, Object right) {
    Object a = plain(left);
    Object b = plain(right);
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof String x && b instanceof String y) {
      return x.compareTo(y);
    }
    throw refused(operator, left, right);
  }

  static boolean contains(Object container, Object value) {
    if (container instanceof String text) {
      if (value instanceof String part) {
        return text.contains(part);
      }
      throw refused("in", value, container);
    }
    if (container instanceof Map<?, ?> entries) {
      return entries.containsKey(value);
    }
    return Values.items(container).stream().anyMatch(item -> equal(item, value));
  }

  static Object arithmetic(String operator, Object left, Object right) {
    if (operator.equals("+") && left instanceof String a && right instanceof String b) {
      Rendering.bound((long) a.length() + b.length());
      return a + b;
    }
    if (operator.equals("+")
        && left instanceof List<?> a
        && right instanceof List<?> b
        && left instanceof Tuple == right instanceof Tuple) {
      Rendering.bound((long) a.size() + b.size());
      List<Object> both = new ArrayList<>(a);
      both.addAll(b);
      return left instanceof Tuple ? new Tuple(both) : both;
    }
    if (operator.equals("*") && left instanceof String text && right instanceof Long times) {
      Rendering.bound(times > Rendering.MOST_CHARACTERS ? times : text.length() * times);
      return text.repeat((int) Math.max(0, times));
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
