package org.galton.program;

import java.util.ArrayList;
import java.util.List;

/**
 * A list or a tuple.
 *
 * <p>It has the identity of an object, as in Python; {@link Values} compares contents.
 */
final class Sequence {
  private final boolean mutable;
  private final ArrayList<Object> items;

  private Sequence(boolean mutable, ArrayList<Object> items) {
    this.mutable = mutable;
    this.items = items;
  }

  static Sequence list(List<?> items) {
    return new Sequence(true, new ArrayList<>(items));
  }

  static Sequence tuple(List<?> items) {
    return new Sequence(false, new ArrayList<>(items));
  }

  /** One of the same sort. */
  Sequence of(List<?> others) {
    return new Sequence(mutable, new ArrayList<>(others));
  }

  boolean isList() {
    return mutable;
  }

  ArrayList<Object> items() {
    return items;
  }

  int size() {
    return items.size();
  }
}
