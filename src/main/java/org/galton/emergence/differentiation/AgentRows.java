package org.galton.emergence.differentiation;

import org.galton.numerics.Expect;

/** Refuses tables of agents that have holes. */
final class AgentRows {

  private AgentRows() {}

  static void check(double[][] values, int rounds) {
    for (double[] row : values) {
      Expect.that(row.length == rounds, "number of rounds", row.length, "as many as " + rounds);
      for (double value : row) {
        Expect.that(Double.isFinite(value), "value", value, "a finite number");
      }
    }
  }
}
