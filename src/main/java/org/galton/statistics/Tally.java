package org.galton.statistics;

import org.galton.numerics.Expect;

/**
 * What one prompt's rollouts came to. Truncated and unparsable rollouts are in {@code rollouts} and
 * not in {@code correct}; calls that failed without any output are in neither.
 *
 * @param rollouts n, rollouts that were judged
 * @param correct c, those that were right
 */
public record Tally(int rollouts, int correct) {

  public Tally {
    Expect.that(rollouts >= 0, "rollouts", rollouts, "0 or more");
    if (correct < 0 || correct > rollouts) {
      Expect.that(false, "correct", correct, "0 to rollouts (" + rollouts + ")");
    }
  }

  /** Rollouts that were wrong, n - c. */
  public int wrong() {
    return rollouts - correct;
  }
}
