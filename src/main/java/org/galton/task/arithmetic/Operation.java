package org.galton.task.arithmetic;

import java.util.Locale;

/** An arithmetic operation on two integers. */
public enum Operation {
  ADD('+'),
  SUB('-'),
  MUL('*');

  private final char symbol;

  Operation(char symbol) {
    this.symbol = symbol;
  }

  char symbol() {
    return symbol;
  }

  /** As in specs and clusters: {@code add}, {@code sub}, {@code mul}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  int apply(int left, int right) {
    return switch (this) {
      case ADD -> left + right;
      case SUB -> left - right;
      case MUL -> left * right;
    };
  }
}
