package org.galton.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of Java as those of a program, and back. */
final class Exchange {
  private Exchange() {}

  static List<Object> inward(Machine machine, List<?> values) {
    List<Object> all = new ArrayList<>(values.size());
    values.forEach(value -> all.add(inward(machine, value)));
    return all;
  }

  private static Object inward(Machine machine, @Nullable Object value) {
    machine.step();
    if (value == null) {
      return None.NONE;
    } else if (value instanceof Integer number) {
      return (long) number;
    } else if (value instanceof List<?> items) {
      return Sequence.list(inward(machine, items));
    } else if (value instanceof Map<?, ?> entries) {
      Dictionary all = new Dictionary();
      entries.forEach((key, item) -> all.put(machine, inward(machine, key), inward(machine, item)));
      return all;
    } else if (value instanceof Long || value instanceof Boolean || value instanceof String) {
      return value;
    }
    throw new IllegalArgumentException(
        "Cannot hand a %s to a program".formatted(value.getClass().getName()));
  }

  static @Nullable Object outward(Machine machine, Object value) {
    machine.step();
    machine.deeper();
    Object outside = value;
    if (value == None.NONE) {
      outside = null;
    } else if (value instanceof Sequence sequence) {
      List<@Nullable Object> items = new ArrayList<>(sequence.size());
      sequence.items().forEach(item -> items.add(outward(machine, item)));
      outside = items;
    } else if (value instanceof Dictionary entries) {
      Map<@Nullable Object, @Nullable Object> all = new LinkedHashMap<>();
      entries
          .entries()
          .forEach(
              entry -> all.put(outward(machine, entry.key()), outward(machine, entry.value())));
      outside = all;
    } else if (value instanceof Stream || value instanceof Callee) {
      throw ProgramException.fault(
          "a %s cannot be handed out of a program".formatted(Values.type(value)));
    }
    machine.higher();
    return outside;
  }
}
