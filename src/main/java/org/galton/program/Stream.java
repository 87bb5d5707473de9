package org.galton.program;

import java.util.Iterator;
import java.util.function.Supplier;

/**
 * What range, zip, map and their like give: items to go through. It has no literal, so it cannot be
 * printed; what Python reads once can be read once.
 */
final class Stream {
  private final String type;
  private final boolean once;
  private final Supplier<Iterator<Object>> items;
  private boolean read;

  private Stream(String type, boolean once, Supplier<Iterator<Object>> items) {
    this.type = type;
    this.once = once;
    this.items = items;
  }

  static Stream once(String type, Iterator<Object> items) {
    return new Stream(type, true, () -> items);
  }

  static Stream often(String type, Supplier<Iterator<Object>> items) {
    return new Stream(type, false, items);
  }

  String type() {
    return type;
  }

  Iterator<Object> items() {
    if (once && read) {
      throw ProgramException.fault("this %s was read before".formatted(type));
    }
    read = true;
    return items.get();
  }
}
