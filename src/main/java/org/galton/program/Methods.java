package org.galton.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The methods of lists, tuples and dictionaries; those of texts are {@link TextMethods}. */
final class Methods {
  private Methods() {}

  static Object call(
      Machine machine,
      Object on,
      String method,
      List<Object> arguments,
      Map<String, Object> named) {
    Arguments given = new Arguments(method, arguments, named);
    Object value;
    if (on instanceof String text) {
      value = TextMethods.call(machine, text, method, given);
    } else if (on instanceof Dictionary entries) {
      value = entries(machine, entries, method, given);
    } else if (on instanceof Sequence sequence && sequence.isList()) {
      value = list(machine, sequence, method, given);
    } else if (on instanceof Sequence tuple) {
      value = tuple(machine, tuple, method, given);
    } else {
      throw unknown(on, method);
    }
    given.expectAllUsed();
    return value;
  }

  static ProgramException unknown(Object on, String method) {
    return ProgramException.fault(
        "a %s has no method '%s' in this language".formatted(Values.type(on), method));
  }

  private static Object tuple(Machine machine, Sequence tuple, String method, Arguments given) {
    return switch (method) {
      case "count" -> count(machine, tuple, given.only());
      case "index" -> index(machine, tuple, given.only());
      default -> throw unknown(tuple, method);
    };
  }

  private static Object list(Machine machine, Sequence list, String method, Arguments given) {
    List<Object> items = list.items();
    switch (method) {
      case "append" -> items.add(given.only());
      case "extend" -> items.addAll(Items.all(machine, given.only()));
      case "insert" -> {
        given.expectAtMost(2);
        machine.spend(items.size());
        long place = Values.integer(given.at(0));
        long from = place < 0 ? Math.max(0, place + items.size()) : Math.min(place, items.size());
        items.add((int) from, given.at(1));
      }
      case "pop" -> {
        given.expectAtMost(1);
        if (items.isEmpty()) {
          throw ProgramException.fault("nothing to pop from an empty list");
        }
        Object place = given.isEmpty() ? -1L : given.at(0);
        int at = Operators.place(place, items.size(), list);
        machine.spend(items.size() - at);
        return items.remove(at);
      }
      case "remove" -> {
        int at = Math.toIntExact(Values.integer(index(machine, list, given.only())));
        items.remove(at);
      }
      case "clear" -> {
        given.expectAtMost(0);
        items.clear();
      }
      case "reverse" -> {
        given.expectAtMost(0);
        machine.spend(items.size());
        Collections.reverse(items);
      }
      case "sort" -> {
        given.expectAtMost(0);
        List<Object> sorted =
            Ordering.sorted(
                machine,
                new ArrayList<>(items),
                given.named("key", None.NONE),
                given.named("reverse", false));
        items.clear();
        items.addAll(sorted);
      }
      case "copy" -> {
        given.expectAtMost(0);
        machine.spend(items.size());
        return list.of(items);
      }
      default -> {
        return tuple(machine, list, method, given);
      }
    }
    return None.NONE;
  }

  private static Object count(Machine machine, Sequence sequence, Object wanted) {
    return sequence.items().stream().filter(item -> Values.equal(machine, item, wanted)).count();
  }

  private static Object index(Machine machine, Sequence sequence, Object wanted) {
    for (int i = 0; i < sequence.size(); i++) {
      if (Values.equal(machine, sequence.items().get(i), wanted)) {
        return (long) i;
      }
    }
    throw ProgramException.fault("the value is not in the %s".formatted(Values.type(sequence)));
  }

  private static Object entries(
      Machine machine, Dictionary entries, String method, Arguments given) {
    switch (method) {
      case "get" -> {
        given.expectAtMost(2);
        Object value = entries.get(machine, given.at(0));
        return value != null ? value : given.size() > 1 ? given.at(1) : None.NONE;
      }
      case "pop" -> {
        given.expectAtMost(2);
        Object value = entries.remove(machine, given.at(0));
        if (value == null && given.size() < 2) {
          throw ProgramException.fault("the key is not in the dict");
        }
        return value != null ? value : given.at(1);
      }
      case "setdefault" -> {
        given.expectAtMost(2);
        Object value = entries.get(machine, given.at(0));
        if (value == null) {
          value = given.size() > 1 ? given.at(1) : None.NONE;
          entries.put(machine, given.at(0), value);
        }
        return value;
      }
      case "update" -> {
        if (!(given.only() instanceof Dictionary other)) {
          throw ProgramException.fault("update() takes a dict");
        }
        machine.spend(other.size());
        entries.putAll(other);
        return None.NONE;
      }
      case "copy" -> {
        given.expectAtMost(0);
        machine.spend(entries.size());
        Dictionary copy = new Dictionary();
        copy.putAll(entries);
        return copy;
      }
      case "keys" -> {
        given.expectAtMost(0);
        return Stream.often("dict_keys", () -> Items.of(machine, entries));
      }
      case "values" -> {
        given.expectAtMost(0);
        return Stream.often("dict_values", () -> values(machine, entries));
      }
      case "items" -> {
        given.expectAtMost(0);
        return Stream.often("dict_items", () -> pairs(machine, entries));
      }
      default -> throw unknown(entries, method);
    }
  }

  private static Iterator<Object> values(Machine machine, Dictionary entries) {
    return Items.mapped(
        machine, Items.of(machine, entries), key -> Operators.item(machine, entries, key));
  }

  private static Iterator<Object> pairs(Machine machine, Dictionary entries) {
    return Items.mapped(
        machine,
        Items.of(machine, entries),
        key -> Sequence.tuple(List.of(key, Operators.item(machine, entries, key))));
  }
}
