package org.galton.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Goes through what has items. */
final class Items {
  private Items() {}

  /** Of a list as it is when it comes to each place; each item costs a step. */
  static Iterator<Object> of(Machine machine, Object value) {
    if (value instanceof Sequence sequence) {
      return new ListItems(machine, sequence.items());
    } else if (value instanceof String text) {
      return mapped(machine, text.codePoints().iterator(), Character::toString);
    } else if (value instanceof Dictionary entries) {
      return new KeyItems(machine, entries);
    } else if (value instanceof Stream stream) {
      return stream.items();
    }
    throw ProgramException.fault("a %s has no items".formatted(Values.type(value)));
  }

  /** All of them. */
  static List<Object> all(Machine machine, Object value) {
    List<Object> items = new ArrayList<>();
    Iterator<Object> left = of(machine, value);
    while (left.hasNext()) {
      machine.step();
      items.add(left.next());
    }
    return items;
  }

  /** Each item changed; streams of streams count as deep as they nest. */
  static <T> Iterator<Object> mapped(
      Machine machine, Iterator<T> from, Function<? super T, Object> change) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        machine.deeper();
        boolean more = from.hasNext();
        machine.higher();
        return more;
      }

      @Override
      public Object next() {
        machine.step();
        machine.deeper();
        Object item = change.apply(from.next());
        machine.higher();
        return item;
      }
    };
  }

  private record ListItems(Machine machine, List<Object> items, int[] at)
      implements Iterator<Object> {
    ListItems(Machine machine, List<Object> items) {
      this(machine, items, new int[1]);
    }

    @Override
    public boolean hasNext() {
      return at[0] < items.size();
    }

    @Override
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      machine.step();
      return items.get(at[0]++);
    }
  }

  private static final class KeyItems implements Iterator<Object> {
    private final Dictionary entries;
    private final Iterator<Object> keys;
    private final int size;

    KeyItems(Machine machine, Dictionary entries) {
      machine.spend(entries.size());
      this.entries = entries;
      this.keys = entries.keys().iterator();
      this.size = entries.size();
    }

    @Override
    public boolean hasNext() {
      if (entries.size() != size) {
        throw ProgramException.fault("a dict changed its size while its keys were read");
      }
      return keys.hasNext();
    }

    @Override
    public Object next() {
      return keys.next();
    }
  }
}
