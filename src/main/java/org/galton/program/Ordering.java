package org.galton.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Sorts, and finds the least and the greatest. */
final class Ordering {
  private record Keyed(Object key, Object item) {}

  private Ordering() {}

  static Object sorted(Machine machine, Arguments given) {
    return Sequence.list(
        sorted(
            machine,
            Items.all(machine, given.only()),
            given.named("key", None.NONE),
            given.named("reverse", false)));
  }

  /** Stable, also backwards: what is equal stays in its order. */
  static List<Object> sorted(Machine machine, List<Object> items, Object key, Object reverse) {
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Object item : items) {
      keyed.add(new Keyed(key(machine, key, item), item));
    }
    boolean back = Values.integer(reverse) != 0;
    Comparator<Keyed> order = (a, b) -> Values.compare(machine, a.key(), b.key(), "<");
    keyed.sort(back ? order.reversed() : order);
    List<Object> sorted = new ArrayList<>(items.size());
    keyed.forEach(each -> sorted.add(each.item()));
    return sorted;
  }

  private static Object key(Machine machine, Object key, Object item) {
    if (key == None.NONE) {
      return item;
    }
    if (key instanceof Callee function) {
      return function.call(machine, List.of(item), Map.of());
    }
    throw ProgramException.fault("a key is a function, not a %s".formatted(Values.type(key)));
  }

  /**
   * The first of the least or greatest items.
   *
   * @param sign below 0 for the least
   */
  static Object extreme(Machine machine, Arguments given, int sign) {
    List<Object> items = given.size() == 1 ? Items.all(machine, given.at(0)) : given.all();
    Object key = given.named("key", None.NONE);
    Object otherwise = given.named("default", MISSING);
    if (items.isEmpty()) {
      if (otherwise == MISSING || given.isEmpty()) {
        throw ProgramException.fault("nothing to choose from");
      }
      return otherwise;
    }
    Object best = items.get(0);
    Object bestKey = key(machine, key, best);
    for (Object item : items.subList(1, items.size())) {
      Object itsKey = key(machine, key, item);
      if (Values.compare(machine, itsKey, bestKey, sign < 0 ? "<" : ">") * sign > 0) {
        best = item;
        bestKey = itsKey;
      }
    }
    return best;
  }

  private static final Object MISSING = new Object();
}
