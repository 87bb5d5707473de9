package org.galton.model.jinja;

import java.util.AbstractList;
import java.util.List;

/** A list between round brackets. It is no list to Python's operators, and prints otherwise. */
final class Tuple extends AbstractList<Object> {
  private final List<Object> items;

  Tuple(List<Object> items) {
    this.items = items;
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
