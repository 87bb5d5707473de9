package org.galton.statistics.forecast;

import org.galton.numerics.Expect;

/**
 * A probability that was forecast, and how often it came and did not.
 *
 * @param probability of success, in [0, 1]
 * @param right successes
 * @param wrong failures
 */
public record Forecast(double probability, long right, long wrong) {
  public Forecast {
    Expect.that(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
    Expect.that(right >= 0, "right", right, "0 or more");
    Expect.that(wrong >= 0, "wrong", wrong, "0 or more");
  }

  long count() {
    return right + wrong;
  }
}
