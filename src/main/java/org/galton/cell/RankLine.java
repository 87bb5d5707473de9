package org.galton.cell;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * Expression from a gene's place in a sentence:
 *
 * <pre>  expression = intercept + slope log10(1 + rank)</pre>
 *
 * <p>with ranks from 0 and expression in log10(1 + count), counts scaled to one library size. It is
 * below 0 beyond {@link #zeroRank}: a line is what was fitted, and is not bent.
 *
 * <p>Levine et al., Cell2Sentence, 2024.
 */
public record RankLine(double intercept, double slope) implements Serializable {
  public RankLine {
    Expect.finite(new double[] {intercept, slope}, "line");
  }

  /**
   * @param rank 0 or more
   */
  public double expression(int rank) {
    Expect.that(rank >= 0, "rank", rank, "0 or more");
    return intercept + slope * Math.log10(1.0 + rank);
  }

  /**
   * The rank, not necessarily whole, at which expression is 0.
   *
   * @throws IllegalArgumentException when the line does not fall
   */
  public double zeroRank() {
    Expect.that(slope < 0, "slope", slope, "below 0");
    return Math.pow(10, -intercept / slope) - 1;
  }
}
