package org.galton.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dictionary: keys in the order in which they came. */
final class Dictionary {
  /** The key as it was first given, and its value. */
  record Entry(Object key, Object value) {}

  private final Map<Object, Entry> entries = new LinkedHashMap<>();

  @Nullable Object get(Machine machine, Object key) {
    Entry entry = entries.get(hashable(machine, key));
    return entry == null ? null : entry.value();
  }

  boolean has(Machine machine, Object key) {
    return entries.containsKey(hashable(machine, key));
  }

  void put(Machine machine, Object key, Object value) {
    entries.compute(
        hashable(machine, key), (at, old) -> new Entry(old == null ? key : old.key(), value));
  }

  @Nullable Object remove(Machine machine, Object key) {
    Entry entry = entries.remove(hashable(machine, key));
    return entry == null ? null : entry.value();
  }

  void putAll(Dictionary other) {
    other.entries.forEach(
        (at, entry) -> entries.merge(at, entry, (old, more) -> new Entry(old.key(), more.value())));
  }

  List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  List<Object> keys() {
    List<Object> keys = new ArrayList<>(entries.size());
    entries.values().forEach(entry -> keys.add(entry.key()));
    return keys;
  }

  int size() {
    return entries.size();
  }

  /** What Java compares as Python compares the key: True is 1, tuples are their items. */
  private static Object hashable(Machine machine, Object key) {
    if (key instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    if (key instanceof Sequence tuple && !tuple.isList()) {
      machine.spend(tuple.size());
      machine.deeper();
      List<Object> items = new ArrayList<>(tuple.size());
      tuple.items().forEach(item -> items.add(hashable(machine, item)));
      machine.higher();
      return items;
    }
    if (key instanceof Sequence || key instanceof Dictionary) {
      throw ProgramException.fault("a %s cannot be a key".formatted(Values.type(key)));
    }
    if (key instanceof String text) {
      machine.spend(Values.cells(text.length()));
    }
    return key;
  }
}
