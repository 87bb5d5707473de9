package org.galton.study.cells;

import java.io.Serializable;
import java.util.OptionalDouble;
import org.galton.cell.RankLine;

/**
 * How far the expression that sentences give back is from the true one: sums over words.
 *
 * @param error sum of squared errors
 * @param sum of true expression
 * @param squares of true expression
 */
record RoundTrip(long words, double error, double sum, double squares) implements Serializable {
  static final RoundTrip NONE = new RoundTrip(0, 0, 0, 0);

  static RoundTrip of(ExpressedCell cell, int top, RankLine line) {
    int words = cell.words(top);
    double error = 0;
    double sum = 0;
    double squares = 0;
    for (int rank = 0; rank < words; rank++) {
      double value = cell.values()[rank];
      double lost = value - line.expression(rank);
      error += lost * lost;
      sum += value;
      squares += value * value;
    }
    return new RoundTrip(words, error, sum, squares);
  }

  RoundTrip plus(RoundTrip other) {
    return new RoundTrip(
        words + other.words, error + other.error, sum + other.sum, squares + other.squares);
  }

  double rmse() {
    return Math.sqrt(error / words);
  }

  /** Empty where expression does not vary. */
  OptionalDouble rSquared() {
    double total = squares - sum * sum / words;
    return total > 1e-12 * squares ? OptionalDouble.of(1 - error / total) : OptionalDouble.empty();
  }
}
