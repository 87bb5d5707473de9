package org.galton.junk.dose;

import org.galton.numerics.Expect;

/**
 * Scores that are compared with each other alone, such as those of one model at several doses.
 *
 * @param doses one a score, finite
 * @param scores finite
 */
public record DoseBlock(double[] doses, double[] scores) {
  public DoseBlock {
    Expect.that(doses.length == scores.length, "doses", doses.length, "one a score");
    Expect.finite(doses, "dose");
    Expect.finite(scores, "score");
  }

  int size() {
    return doses.length;
  }
}
