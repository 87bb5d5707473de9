package org.galton.program;

import org.jspecify.annotations.Nullable;

/** What a name means in one function; settled when the function was read. */
final class Binding {
  private final String name;
  private boolean assigned;
  private int slot = -1;
  private @Nullable Binding outer;
  private boolean global;

  Binding(String name) {
    this.name = name;
  }

  void assign() {
    assigned = true;
  }

  boolean isAssigned() {
    return assigned;
  }

  String name() {
    return name;
  }

  /** It is a variable of its own. */
  void settle(int place, boolean ofProgram) {
    slot = place;
    global = ofProgram;
  }

  /** It is what the name means outside. */
  void settle(Binding outside) {
    outer = outside;
  }

  /** What the name means, or null where nothing was assigned. */
  @Nullable Object read(Frame frame) {
    if (outer != null) {
      return outer.read(frame);
    }
    return slot < 0 ? null : place(frame)[slot];
  }

  /** Whether it is a variable of a function, which hides the built-in function of its name. */
  boolean isLocal() {
    return outer == null ? assigned && !global : outer.isLocal();
  }

  void write(Frame frame, Object value) {
    if (outer != null) {
      outer.write(frame, value);
    } else {
      place(frame)[slot] = value;
    }
  }

  private @Nullable Object[] place(Frame frame) {
    return global ? frame.machine().globals() : frame.slots();
  }

  /** Takes back or restores what the variable held. */
  void restore(Frame frame, @Nullable Object value) {
    if (outer != null) {
      outer.restore(frame, value);
    } else {
      place(frame)[slot] = value;
    }
  }
}
