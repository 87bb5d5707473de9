package org.galton.program;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names of a program, a function, a comprehension or a lambda. A name that is assigned in it is
 * its own; each other name is that of the scope around.
 */
final class Scope {
  private final Map<String, Binding> names = new LinkedHashMap<>();
  private final @Nullable Scope around;
  private final boolean ownFrame;
  private int slots;

  private Scope(@Nullable Scope around, boolean ownFrame) {
    this.around = around;
    this.ownFrame = ownFrame;
  }

  static Scope program() {
    return new Scope(null, true);
  }

  /** Of a function: it has a frame of its own for each call. */
  Scope function() {
    return new Scope(this, true);
  }

  /** Of a comprehension or a lambda: its variables lie in the frame of what is around it. */
  Scope inner() {
    return new Scope(this, false);
  }

  boolean isProgram() {
    return around == null;
  }

  Binding name(String name) {
    return names.computeIfAbsent(name, Binding::new);
  }

  Binding assigned(String name) {
    Binding binding = name(name);
    binding.assign();
    return binding;
  }

  /** Settles all names; to be called once when all of the scope was read. */
  void close() {
    names.forEach(
        (name, binding) -> {
          if (binding.isAssigned()) {
            binding.settle(nextSlot(), isOfProgram());
          } else if (around != null) {
            binding.settle(around.name(name));
          }
        });
  }

  int slots() {
    return slots;
  }

  private int nextSlot() {
    return ownFrame || around == null ? slots++ : around.nextSlot();
  }

  private boolean isOfProgram() {
    return around == null || (!ownFrame && around.isOfProgram());
  }
}
