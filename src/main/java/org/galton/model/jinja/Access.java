package org.galton.model.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Attributes, items and slices of a template's values. */
final class Access {
  private Access() {}

  /** {@code owner.name}: a method, then an item. */
  static Object attribute(Object owner, String name, Rendering rendering) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    Callee method = Methods.of(owner, name);
    if (method != null) {
      return method;
    }
    return item(owner, name, rendering);
  }

  /** {@code owner[key]}: an item, or else a method. */
  static Object subscript(Object owner, Object key, Rendering rendering) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    Object item = item(owner, key, rendering);
    if (item instanceof Undefined && key instanceof String name) {
      Callee method = Methods.of(owner, name);
      return method == null ? item : method;
    }
    return item;
  }

  private static Object item(Object owner, Object key, Rendering rendering) {
    rendering.touch(1);
    if (owner instanceof Map<?, ?> entries) {
      return found(entries, owner, Values.key(key, rendering));
    }
    if (owner instanceof Namespace namespace) {
      return found(namespace.values(), owner, Values.key(key, rendering));
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
    if (key instanceof Long position && owner instanceof String text) {
      long size = Values.length(text, rendering);
      long index = position < 0 ? position + size : position;
      return index >= 0 && index < size
          ? Character.toString(text.codePointAt(text.offsetByCodePoints(0, (int) index)))
          : Undefined.attribute(owner, key);
    }
    return Undefined.attribute(owner, key);
  }

  private static Object found(Map<?, ?> entries, Object owner, Object key) {
    Object value = entries.get(key);
    return value == null && !entries.containsKey(key) ? Undefined.attribute(owner, key) : value;
  }

  /** Python's slice; a bound that is null is open. */
  static Object slice(Object owner, Object from, Object to, Object by, Rendering rendering) {
    if (owner instanceof Undefined undefined) {
      throw undefined.asProblem();
    }
    if (owner instanceof String text) {
      rendering.makeText(text.length());
      int[] points = text.codePoints().toArray();
      StringBuilder part = new StringBuilder();
      Range.of(points.length, from, to, by).forEach(i -> part.appendCodePoint(points[i]));
      return part.toString();
    }
    if (owner instanceof List<?> items) {
      rendering.makeList(items.size());
      List<Object> part = new ArrayList<>();
      Range.of(items.size(), from, to, by).forEach(i -> part.add(items.get(i)));
      return owner instanceof Tuple ? new Tuple(part) : part;
    }
    throw new TemplateProblem("it slices a " + Values.kind(owner) + ": expected a list or a text");
  }

  /** The positions of a slice. */
  private record Range(long first, long end, long step) {
    static Range of(int size, Object from, Object to, Object by) {
      long step = bound(by, 1);
      if (step == 0) {
        throw new TemplateProblem("it slices by step 0");
      }
      // A longer step than this takes one item, too, and its sums stay in range.
      step = Math.max(-size - 1L, Math.min(size + 1L, step));
      long first = clamped(from, step > 0 ? 0 : size - 1L, size, step);
      long end = to == null ? (step > 0 ? size : -1) : clamped(to, 0, size, step);
      return new Range(first, end, step);
    }

    void forEach(IntConsumer position) {
      for (long i = first; step > 0 ? i < end : i > end; i += step) {
        position.accept((int) i);
      }
    }

    private static long clamped(Object bound, long open, int size, long step) {
      if (bound == null) {
        return open;
      }
      long index = bound(bound, 0);
      index = index < 0 ? index + size : index;
      return step > 0
          ? Math.max(0, Math.min(size, index))
          : Math.max(-1, Math.min(size - 1, index));
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
}
