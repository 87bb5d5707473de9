package org.galton.program;

import org.jspecify.annotations.Nullable;

/** The variables of a call. */
final class Frame {
  private final Machine machine;
  private final @Nullable Object[] slots;
  private Object returned = None.NONE;

  Frame(Machine machine, @Nullable Object[] slots) {
    this.machine = machine;
    this.slots = slots;
  }

  Machine machine() {
    return machine;
  }

  @Nullable Object[] slots() {
    return slots;
  }

  Object returned() {
    return returned;
  }

  void giveBack(Object value) {
    returned = value;
  }
}
