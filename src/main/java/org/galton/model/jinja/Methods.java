package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods that a template's values have: a closed list, none of which changes a value. */
final class Methods {
  private Methods() {}

  /** Null where there is no such method. */
  static Callee of(Object owner, String name) {
    if (owner instanceof String text) {
      return TextMethods.of(text, name);
    }
    if (owner instanceof Map<?, ?> entries) {
      return switch (name) {
        case "get" -> arguments -> get(entries, arguments);
        case "items" -> arguments -> pairs(entries);
        case "keys" -> arguments -> new ArrayList<Object>(entries.keySet());
        case "values" -> arguments -> new ArrayList<Object>(entries.values());
        case "copy" -> arguments -> new LinkedHashMap<Object, Object>(entries);
        default -> null;
      };
    }
    if (owner instanceof List<?> items) {
      return switch (name) {
        case "index" -> arguments -> index(items, arguments);
        case "count" ->
            arguments -> {
              arguments.check(1, 1);
              return items.stream().filter(item -> Operators.equal(item, arguments.at(0))).count();
            };
        case "append", "insert", "extend", "pop", "remove", "clear" ->
            arguments -> {
              throw new TemplateProblem(
                  "'" + name + "' changes a list, which templates may not: expected list + [item]");
            };
        default -> null;
      };
    }
    return null;
  }

  private static Object get(Map<?, ?> entries, Arguments arguments) {
    arguments.check(1, 2);
    return entries.containsKey(arguments.at(0))
        ? entries.get(arguments.at(0))
        : arguments.at(1, "default", null);
  }

  static List<Object> pairs(Map<?, ?> entries) {
    List<Object> pairs = new ArrayList<>();
    entries.forEach(
        (key, value) -> {
          List<Object> pair = new ArrayList<>();
          pair.add(key);
          pair.add(value);
          pairs.add(new Tuple(pair));
        });
    return pairs;
  }

  private static Object index(List<?> items, Arguments arguments) {
    arguments.check(1, 1);
    for (int i = 0; i < items.size(); i++) {
      if (Operators.equal(items.get(i), arguments.at(0))) {
        return (long) i;
      }
    }
    throw new TemplateProblem("index was given what is not in the list");
  }
}
