package org.galton.audit;

import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;

/**
 * The difference of two independent rates: Newcombe's interval from the two Wilson intervals
 * (method 10), and the two-sided p-value of the score test with a pooled rate.
 *
 * <p>Newcombe, Interval Estimation for the Difference Between Independent Proportions, Statistics
 * in Medicine 17, 1998.
 *
 * @param difference first rate minus second
 * @param p 1 where both rates are 0 or both 1
 */
public record RateDifference(double difference, Interval interval, double p) {

  /** From hits and trials of both, with at least one trial each; 95 %. */
  public static RateDifference of(long hits, long trials, long otherHits, long otherTrials) {
    Expect.that(trials > 0 && otherTrials > 0, "trials", trials + ", " + otherTrials, "1 or more");
    double one = (double) hits / trials;
    double other = (double) otherHits / otherTrials;
    Interval first = RateInterval.WILSON.of(trials, hits, 0.95).orElseThrow();
    Interval second = RateInterval.WILSON.of(otherTrials, otherHits, 0.95).orElseThrow();
    double difference = one - other;
    double below = Math.hypot(one - first.low(), second.high() - other);
    double above = Math.hypot(first.high() - one, other - second.low());
    double pooled = (double) (hits + otherHits) / (trials + otherTrials);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / trials + 1.0 / otherTrials));
    return new RateDifference(
        difference,
        new Interval(difference - below, difference + above),
        error == 0 ? 1 : Confidence.normalTails(difference / error));
  }
}
