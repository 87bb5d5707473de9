package org.galton.model.jinja;

import java.util.List;

/** {@code loop}: where a {@code for} is. */
record LoopVariable(List<Object> items, int index) {
  Object attribute(String name) {
    return switch (name) {
      case "index" -> (long) index + 1;
      case "index0" -> (long) index;
      case "revindex" -> (long) items.size() - index;
      case "revindex0" -> (long) items.size() - index - 1;
      case "length" -> (long) items.size();
      case "first" -> index == 0;
      case "last" -> index == items.size() - 1;
      case "previtem" -> index == 0 ? Undefined.attribute(this, name) : items.get(index - 1);
      case "nextitem" ->
          index == items.size() - 1 ? Undefined.attribute(this, name) : items.get(index + 1);
      default -> Undefined.attribute(this, name);
    };
  }
}
