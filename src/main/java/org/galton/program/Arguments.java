package org.galton.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a built-in function is given. Each argument by name is to be asked for. */
final class Arguments {
  private final String function;
  private final List<Object> values;
  private final Map<String, Object> named;

  Arguments(String function, List<Object> values, Map<String, Object> named) {
    this.function = function;
    this.values = values;
    this.named = new HashMap<>(named);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  int size() {
    return values.size();
  }

  List<Object> all() {
    return values;
  }

  /** The one argument that there is to be. */
  Object only() {
    expectAtMost(1);
    return at(0);
  }

  Object at(int place) {
    if (place >= values.size()) {
      throw ProgramException.fault(
          "%s() is given %d arguments, too few".formatted(function, values.size()));
    }
    return values.get(place);
  }

  void expectAtMost(int most) {
    if (values.size() > most) {
      throw ProgramException.fault(
          "%s() takes %d arguments here, not %d".formatted(function, most, values.size()));
    }
  }

  Object named(String name, Object otherwise) {
    Object value = named.remove(name);
    return value == null ? otherwise : value;
  }

  void expectAllUsed() {
    if (!named.isEmpty()) {
      throw ProgramException.fault(
          "%s() has no parameter '%s' here".formatted(function, named.keySet().iterator().next()));
    }
  }
}
