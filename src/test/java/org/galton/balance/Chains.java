package org.galton.balance;

/** Counts whose figures are known. */
final class Chains {

  private Chains() {}

  /** In detailed balance, to the last count: V = (0, ln 2, ln 6). */
  static TransitionCounts balanced() {
    return triangle(1000, 100, 200, 50, 150, 30, 180);
  }

  /** A loop with an affinity of ln 0.5. */
  static TransitionCounts violated() {
    return triangle(1000, 300, 100, 200, 100, 240, 20);
  }

  /** A loop that is walked one way only. */
  static TransitionCounts oneWayCycle() {
    return triangle(100, 40, 0, 20, 0, 0, 10);
  }

  /** An agent that visited five words: two transient, three around a hub. */
  static TransitionCounts claude() {
    return TransitionCounts.builder()
        .add("ATT", "PER", 66)
        .add("ATT", "PRO", 20)
        .add("PER", "ATT", 3879)
        .add("PRO", "ATT", 3558)
        .add("TUR", "ATT", 4122)
        .add("BUZ", "ATT", 3859)
        .add("BUZ", "TUR", 238)
        .build();
  }

  static TransitionCounts empty() {
    return TransitionCounts.builder().build();
  }

  private static TransitionCounts triangle(
      long attempts, long ab, long ba, long bc, long cb, long ac, long ca) {
    return TransitionCounts.builder()
        .attempts("a", attempts)
        .attempts("b", attempts)
        .attempts("c", attempts)
        .add("a", "b", ab)
        .add("b", "a", ba)
        .add("b", "c", bc)
        .add("c", "b", cb)
        .add("a", "c", ac)
        .add("c", "a", ca)
        .build();
  }
}
