package org.galton.task.judge.math.value;

/**
 * Steps left for one decision. A step is about a microsecond: an operation on decimals counts 1, a
 * function at 50 digits 30. A decision that needs more than all of them is not made.
 */
public final class Work {
  private static final int MOST = 20_000;
  private int left = MOST;

  /** The steps of one decision. */
  public static Work ofOneDecision() {
    return new Work();
  }

  void spend(int steps) {
    left -= steps;
    if (left < 0) {
      throw NoValue.here();
    }
  }

  public int spent() {
    return MOST - Math.max(left, 0);
  }

  public boolean isSpent() {
    return left < 0;
  }
}
