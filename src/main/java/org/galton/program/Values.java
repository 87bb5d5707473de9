package org.galton.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What holds for values of all types. An integer is a {@link Long}, a truth a {@link Boolean}, a
 * text a {@link String}; see {@link None}, {@link Sequence} and {@link Dictionary}.
 */
final class Values {
  private Values() {}

  /** What a text costs: a step for each sixteen characters that are begun. */
  static long cells(long characters) {
    return characters / 16 + 1;
  }

  /** Its name in Python. */
  static String type(Object value) {
    if (value instanceof Long) {
      return "int";
    } else if (value instanceof Boolean) {
      return "bool";
    } else if (value instanceof String) {
      return "str";
    } else if (value instanceof Sequence items) {
      return items.isList() ? "list" : "tuple";
    } else if (value instanceof Dictionary) {
      return "dict";
    } else if (value instanceof Stream stream) {
      return stream.type();
    } else if (value instanceof Callee) {
      return "function";
    }
    return "NoneType";
  }

  static boolean truth(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    } else if (value instanceof Long number) {
      return number != 0;
    } else if (value instanceof String text) {
      return !text.isEmpty();
    } else if (value instanceof Sequence items) {
      return items.size() > 0;
    } else if (value instanceof Dictionary entries) {
      return entries.size() > 0;
    } else if (value instanceof Stream stream) {
      throw ProgramException.fault("a %s is neither true nor false".formatted(stream.type()));
    }
    return value instanceof Callee;
  }

  static boolean isInteger(Object value) {
    return value instanceof Long || value instanceof Boolean;
  }

  /** True is 1, as in Python. */
  static long integer(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    } else if (value instanceof Long number) {
      return number;
    }
    throw ProgramException.fault("expected an int, not a %s".formatted(type(value)));
  }

  static String text(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw ProgramException.fault("expected a str, not a %s".formatted(type(value)));
  }

  static boolean equal(Machine machine, Object a, Object b) {
    machine.step();
    if (a == b) {
      return true;
    }
    if (a instanceof Stream || b instanceof Stream) {
      throw ProgramException.fault("a %s is compared with nothing".formatted(type(a)));
    }
    if (isInteger(a) && isInteger(b)) {
      return integer(a) == integer(b);
    }
    if (a instanceof String left && b instanceof String right) {
      machine.spend(cells(Math.min(left.length(), right.length())));
      return left.equals(right);
    }
    if (a instanceof Sequence left && b instanceof Sequence right) {
      return left.isList() == right.isList()
          && left.size() == right.size()
          && firstDifference(machine, left.items(), right.items()) == left.size();
    }
    return a instanceof Dictionary left
        && b instanceof Dictionary right
        && equal(machine, left, right);
  }

  private static boolean equal(Machine machine, Dictionary left, Dictionary right) {
    if (left.size() != right.size()) {
      return false;
    }
    machine.spend(left.size());
    machine.deeper();
    boolean equal = true;
    for (Dictionary.Entry entry : left.entries()) {
      Object other = right.get(machine, entry.key());
      if (other == null || !equal(machine, entry.value(), other)) {
        equal = false;
        break;
      }
    }
    machine.higher();
    return equal;
  }

  private static int firstDifference(Machine machine, List<Object> a, List<Object> b) {
    machine.deeper();
    int at = 0;
    while (at < Math.min(a.size(), b.size()) && equal(machine, a.get(at), b.get(at))) {
      at++;
    }
    machine.higher();
    return at;
  }

  /** The order of integers, texts by code points, and sequences item by item. */
  static int compare(Machine machine, Object a, Object b, String sign) {
    machine.step();
    if (isInteger(a) && isInteger(b)) {
      return Long.compare(integer(a), integer(b));
    }
    if (a instanceof String left && b instanceof String right) {
      machine.spend(cells(Math.min(left.length(), right.length())));
      return Texts.compare(left, right);
    }
    if (a instanceof Sequence left
        && b instanceof Sequence right
        && left.isList() == right.isList()) {
      int at = firstDifference(machine, left.items(), right.items());
      if (at == left.size() || at == right.size()) {
        return Integer.compare(left.size(), right.size());
      }
      machine.deeper();
      int order = compare(machine, left.items().get(at), right.items().get(at), sign);
      machine.higher();
      return order;
    }
    throw ProgramException.fault(
        "'%s' does not compare a %s with a %s".formatted(sign, type(a), type(b)));
  }

  /** As print writes it. */
  static String str(Machine machine, Object value) {
    return value instanceof String text ? text : repr(machine, value);
  }

  /** As a literal. */
  static String repr(Machine machine, Object value) {
    StringBuilder text = new StringBuilder();
    write(machine, value, text, new ArrayList<>());
    return text.toString();
  }

  private static void write(
      Machine machine, Object value, StringBuilder text, List<Object> around) {
    int before = text.length();
    machine.deeper();
    if (value instanceof Long number) {
      text.append((long) number);
    } else if (value instanceof Boolean flag) {
      text.append(flag ? "True" : "False");
    } else if (value instanceof String letters) {
      Texts.quote(letters, text);
    } else if (value instanceof Sequence items) {
      writeItems(machine, items, text, around);
    } else if (value instanceof Dictionary entries) {
      writeEntries(machine, entries, text, around);
    } else if (value == None.NONE) {
      text.append("None");
    } else {
      throw ProgramException.fault("a %s cannot be printed".formatted(type(value)));
    }
    machine.higher();
    machine.spend(cells(text.length() - before));
  }

  private static void writeItems(
      Machine machine, Sequence items, StringBuilder text, List<Object> around) {
    if (isAround(items, around)) {
      text.append(items.isList() ? "[...]" : "(...)");
      return;
    }
    around.add(items);
    text.append(items.isList() ? '[' : '(');
    String between = "";
    for (Object item : items.items()) {
      text.append(between);
      write(machine, item, text, around);
      between = ", ";
    }
    text.append(items.isList() ? "]" : items.size() == 1 ? ",)" : ")");
    around.remove(around.size() - 1);
  }

  private static void writeEntries(
      Machine machine, Dictionary entries, StringBuilder text, List<Object> around) {
    if (isAround(entries, around)) {
      text.append("{...}");
      return;
    }
    around.add(entries);
    text.append('{');
    String between = "";
    for (Dictionary.Entry entry : entries.entries()) {
      text.append(between);
      write(machine, entry.key(), text, around);
      text.append(": ");
      write(machine, entry.value(), text, around);
      between = ", ";
    }
    text.append('}');
    around.remove(around.size() - 1);
  }

  /** Whether a value is inside itself. */
  private static boolean isAround(Object value, List<Object> around) {
    return around.stream().anyMatch(outer -> outer == value);
  }
}
