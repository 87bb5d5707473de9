package org.galton.game.walk;

import java.util.ArrayList;
import java.util.List;

/** The states that a walk has been in, each once, in the order in which it found them. */
record Found(List<String> states) {
  Found {
    states = List.copyOf(states);
  }

  /** Copies only when the state is new. */
  Found with(String state) {
    if (states.contains(state)) {
      return this;
    }
    List<String> more = new ArrayList<>(states.size() + 1);
    more.addAll(states);
    more.add(state);
    return new Found(more);
  }
}
