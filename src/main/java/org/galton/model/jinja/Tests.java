package org.galton.model.jinja;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The tests that templates can name. */
final class Tests {
  private static final Map<String, Test> ALL = new HashMap<>();

  static {
    one("defined", value -> !(value instanceof Undefined));
    one("undefined", Undefined.class::isInstance);
    one("none", value -> value == null);
    one("string", String.class::isInstance);
    one("boolean", Boolean.class::isInstance);
    one("true", Boolean.TRUE::equals);
    one("false", Boolean.FALSE::equals);
    one("integer", Long.class::isInstance);
    one("float", Double.class::isInstance);
    // A truth is a number to Python.
    one("number", value -> value instanceof Number || value instanceof Boolean);
    one("mapping", Map.class::isInstance);
    one("sequence", Tests::hasItems);
    one("iterable", Tests::hasItems);
    one("callable", Callee.class::isInstance);
    ALL.put("even", (value, a) -> leaves(value, 2L, 0L, a.rendering()));
    ALL.put("odd", (value, a) -> leaves(value, 2L, 1L, a.rendering()));
    two("divisibleby", (value, other, rendering) -> leaves(value, other, 0L, rendering));
    two("in", (value, other, rendering) -> Operators.contains(other, value, rendering));
    for (String name : List.of("eq", "equalto", "==")) {
      two(name, Operators::equal);
    }
    for (String name : List.of("ne", "!=")) {
      two(name, (value, other, rendering) -> !Operators.equal(value, other, rendering));
    }
    order(List.of("lt", "lessthan", "<"), "<", sign -> sign < 0);
    order(List.of("le", "<="), "<=", sign -> sign <= 0);
    order(List.of("gt", "greaterthan", ">"), ">", sign -> sign > 0);
    order(List.of("ge", ">="), ">=", sign -> sign >= 0);
  }

  private interface Relation {
    boolean holds(Object value, Object other, Rendering rendering);
  }

  private Tests() {}

  /** Null where there is none of this name. */
  static Test named(String name) {
    return ALL.get(name);
  }

  private static void one(String name, Predicate<Object> holds) {
    ALL.put(
        name,
        (value, a) -> {
          a.check(0, 0);
          return holds.test(value);
        });
  }

  private static void two(String name, Relation relation) {
    ALL.put(
        name,
        (value, a) -> {
          a.check(1, 1);
          return relation.holds(value, a.at(0), a.rendering());
        });
  }

  private static void order(List<String> names, String operator, IntPredicate sign) {
    for (String name : names) {
      two(
          name,
          (value, other, rendering) ->
              sign.test(Operators.compare(operator, value, other, rendering)));
    }
  }

  private static boolean leaves(Object value, Object by, long rest, Rendering rendering) {
    return Operators.equal(Operators.arithmetic("%", value, by, rendering), rest, rendering);
  }

  private static boolean hasItems(Object value) {
    return value instanceof List<?>
        || value instanceof Map<?, ?>
        || value instanceof String
        || value instanceof Undefined;
  }
}
