package org.galton.audit;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.galton.numerics.Expect;

/** Hits by luck: X of n trials, each with probability p. */
public final class Chance {
  private static final double LEVEL = 0.05;

  private Chance() {}

  /** P(X &gt;= hits). */
  public static double tail(long trials, long hits, double p) {
    Expect.share(p, "chance");
    if (hits <= 0) {
      return 1;
    }
    return 1
        - new BinomialDistribution(null, Math.toIntExact(trials), p)
            .cumulativeProbability(Math.toIntExact(hits - 1));
  }

  /**
   * The fewest hits with P(X &gt;= hits) of 0.05 at most; one more than the trials if there are
   * none.
   */
  public static long threshold(long trials, double p) {
    long hits = 0;
    while (hits <= trials && tail(trials, hits, p) > LEVEL) {
      hits++;
    }
    return hits;
  }
}
