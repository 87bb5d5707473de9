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
        case "items" -> arguments -> pairs(entries, arguments.rendering());
        case "keys" -> arguments -> Values.items(entries, arguments.rendering());
        case "values" -> arguments -> values(entries, arguments.rendering());
        case "copy" -> arguments -> copy(entries, arguments.rendering());
        default -> null;
      };
    }
    if (owner instanceof List<?> items) {
      return switch (name) {
        case "index" -> arguments -> index(items, arguments);
        case "count" ->
            arguments -> {
              arguments.check(1, 1);
              return items.stream()
                  .filter(item -> Operators.equal(item, arguments.at(0), arguments.rendering()))
                  .count();
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
    Object key = Values.key(arguments.at(0), arguments.rendering());
    return entries.containsKey(key) ? entries.get(key) : arguments.at(1, "default", null);
  }

  private static List<Object> values(Map<?, ?> entries, Rendering rendering) {
    rendering.makeList(entries.size());
    return new ArrayList<>(entries.values());
  }

  private static Map<Object, Object> copy(Map<?, ?> entries, Rendering rendering) {
    rendering.makeList(2L * entries.size());
    return new LinkedHashMap<>(entries);
  }

  static List<Object> pairs(Map<?, ?> entries, Rendering rendering) {
    rendering.makeList(4L * entries.size());
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
      if (Operators.equal(items.get(i), arguments.at(0), arguments.rendering())) {
        return (long) i;
      }
    }
    throw new TemplateProblem("index was given what is not in the list");
  }
}
