package org.galton.game;

import java.util.List;
import java.util.Optional;

/** What of a group's guesses is held against the target. */
public enum Mode {
  /** Their sum: guesses from 0 to 50, targets from 51 to 100. */
  SUM('+', 50, 51),
  /** Their mean, rounded half up: guesses and targets from 0 to 100. */
  MEAN('~', 100, 0);

  private static final int HIGHEST_TARGET = 100;

  private final char mark;
  private final int highest;
  private final int lowestTarget;

  Mode(char mark, int highest, int lowestTarget) {
    this.mark = mark;
    this.highest = highest;
    this.lowestTarget = lowestTarget;
  }

  static Optional<Mode> of(char mark) {
    for (Mode mode : values()) {
      if (mode.mark == mark) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }

  char mark() {
    return mark;
  }

  /** Highest guess; the lowest is 0. */
  public int highest() {
    return highest;
  }

  /** What a guess is taken for that nobody can read. */
  public int midpoint() {
    return highest / 2;
  }

  public int clamp(long guess) {
    return (int) Math.max(0, Math.min(highest, guess));
  }

  /** The {@code index}-th possible target, counted from the lowest. */
  public int target(int index) {
    return lowestTarget + index;
  }

  /** How many targets there are. */
  public int targets() {
    return HIGHEST_TARGET - lowestTarget + 1;
  }

  /** What the sum of all guesses is where their value is the target. */
  public int sum(int target, int players) {
    return this == SUM ? target : target * players;
  }

  /** What is held against the target. */
  public int value(List<Integer> guesses) {
    int sum = guesses.stream().mapToInt(Integer::intValue).sum();
    return this == SUM ? sum : Math.floorDiv(2 * sum + guesses.size(), 2 * guesses.size());
  }
}
