package org.galton.task.judge.math.tree;

/** What stands between the members of a chain such as 1 < x < 4. */
public enum Relation {
  EQUAL,
  UNEQUAL,
  LESS,
  AT_MOST,
  MORE,
  AT_LEAST,
  IN,
  ABOUT;

  /** Whether it is one of the four that order two numbers. */
  public boolean isOrder() {
    return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
  }

  /** The same said from the right. */
  public Relation flipped() {
    return switch (this) {
      case LESS -> MORE;
      case AT_MOST -> AT_LEAST;
      case MORE -> LESS;
      case AT_LEAST -> AT_MOST;
      case EQUAL, UNEQUAL, IN, ABOUT -> this;
    };
  }
}
