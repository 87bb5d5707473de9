package org.galton.program;

import org.jspecify.annotations.Nullable;

/** A run in the course of being carried out: its steps, its depth, what it printed. */
final class Machine {
  /**
   * Statements, operations and calls inside one another, a call for two. The worst case takes less
   * than half of a thread's stack of 1 MB.
   */
  private static final int MOST_DEPTH = 1_000;

  private final long most;
  private long left;
  private int depth;
  private final StringBuilder printed = new StringBuilder();
  private final @Nullable Object[] globals;

  Machine(long steps, int globals) {
    this.most = steps;
    this.left = steps;
    this.globals = new Object[globals];
  }

  /** Counts steps; a value made anew costs a step for each of its cells. */
  void spend(long steps) {
    left -= steps;
    if (left < 0) {
      throw new ProgramException(
          ProgramException.Kind.STEPS, 0, "more than %,d steps".formatted(most));
    }
  }

  void step() {
    spend(1);
  }

  void deeper() {
    if (++depth > MOST_DEPTH) {
      throw ProgramException.fault("calls and expressions nest too deeply");
    }
  }

  void higher() {
    depth--;
  }

  void print(String text) {
    spend(Values.cells(text.length()));
    printed.append(text);
  }

  String printed() {
    return printed.toString();
  }

  long spent() {
    return most - Math.max(0, left);
  }

  @Nullable Object[] globals() {
    return globals;
  }
}
