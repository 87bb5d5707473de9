package org.galton.task.judge.math;

/**
 * Whether two answers are equal.
 *
 * @param how what they were compared as, in a few words: {@code 3/4 = 0.75 as rational numbers}
 */
public record MathDecision(boolean equal, String how) {
  static MathDecision equal(String how) {
    return new MathDecision(true, how);
  }

  static MathDecision unequal(String how) {
    return new MathDecision(false, how);
  }
}
