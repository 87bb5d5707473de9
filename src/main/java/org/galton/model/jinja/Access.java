package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Attributes, items and slices of a template's values. */
final class Access {
  private Access() {}

  /** {@code owner.name}: a method, then an item. */
  static Object attribute(Object owner, String name) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    Callee method = Methods.of(owner, name);
    if (method != null) {
      return method;
    }
    return item(owner, name);
  }

  /** {@code owner[key]}: an item, or else a method. */
  static Object subscript(Object owner, Object key) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    Object item = item(owner, key);
    if (item instanceof Undefined && key instanceof String name) {
      Callee method = Methods.of(owner, name);
      return method == null ? item : method;
    }
    return item;
  }

  private static Object item(Object owner, Object key) {
    if (owner instanceof Map<?, ?> entries) {
      return entries.containsKey(key) ? entries.get(key) : Undefined.attribute(owner, key);
    }
    if (owner instanceof Namespace namespace) {
      return namespace.values().containsKey(key)
          ? namespace.values().get(key)
          : Undefined.attribute(owner, key);
    }
    if (owner instanceof LoopVariable loop && key instanceof String name) {
      return loop.attribute(name);
    }
    if (key instanceof Long position && owner instanceof List<?> items) {
      long index = position < 0 ? position + items.size() : position;
      return index >= 0 && index < items.size()
          ? items.get((int) index)
          : Undefined.attribute(owner, key);
    }
    if (key instanceof Long && owner instanceof String) {
      Object letter = item(Values.items(owner), key);
      return letter instanceof Undefined ? Undefined.attribute(owner, key) : letter;
    }
    return Undefined.attribute(owner, key instanceof Long ? key : Values.text(key));
  }

  /** Python's slice; a bound that is null is open. */
  static Object slice(Object owner, Object from, Object to, Object by) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    if (!(owner instanceof List<?>) && !(owner instanceof String)) {
      throw new TemplateProblem(
          "it slices a " + Values.kind(owner) + ": expected a list or a text");
    }
    List<Object> items = Values.items(owner);
    long step = bound(by, 1);
    if (step == 0) {
      throw new TemplateProblem("it slices by step 0");
    }
    int size = items.size();
    long first = clamped(from, step > 0 ? 0 : size - 1, size, step);
    long end = to == null ? (step > 0 ? size : -1) : clamped(to, 0, size, step);
    List<Object> part = new ArrayList<>();
    for (long i = first; step > 0 ? i < end : i > end; i += step) {
      part.add(items.get((int) i));
    }
    if (owner instanceof String) {
      return String.join("", part.stream().map(Values::text).toList());
    }
    return owner instanceof Tuple ? new Tuple(part) : part;
  }

  private static long clamped(Object bound, long open, int size, long step) {
    if (bound == null) {
      return open;
    }
    long index = bound(bound, 0);
    index = index < 0 ? index + size : index;
    return step > 0 ? Math.max(0, Math.min(size, index)) : Math.max(-1, Math.min(size - 1, index));
  }

  private static long bound(Object value, long open) {
    if (value == null) {
      return open;
    }
    if (value instanceof Long number) {
      return number;
    }
    throw new TemplateProblem(
        "it slices up to a " + Values.kind(value) + ": expected a whole number");
  }
}
