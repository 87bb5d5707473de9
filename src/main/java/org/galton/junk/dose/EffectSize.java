package org.galton.junk.dose;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.numerics.Quantile;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.Moments;

/**
 * How far two groups of scores are apart, in units of their spread: Hedges' g.
 *
 * <pre>
 *   g = J d,   d = (mean(second) - mean(first)) / s,   J = 1 - 3 / (4 (n1 + n2 - 2) - 1)
 *   s^2 = ((n1 - 1) s1^2 + (n2 - 1) s2^2) / (n1 + n2 - 2)
 * </pre>
 *
 * <p>J takes most of the bias of d for small groups away. The interval is the type-7 percentiles of
 * g over seeded resamples of each group with replacement: rough for a handful of scores. A resample
 * without spread counts as infinitely far, and there is no interval where one of its ends falls
 * there. Groups without spread have g 0 where they are equal and none where they differ. The same
 * bits for every order of the scores. Cost: draws times scores.
 *
 * <p>Hedges, Distribution Theory for Glass's Estimator of Effect Size, 1981.
 *
 * @param d without the correction J
 * @param interval of g
 */
public record EffectSize(OptionalDouble d, OptionalDouble g, Optional<Interval> interval) {

  /** J for groups of this many scores together. */
  public static double correction(int scores) {
    return 1 - 3.0 / (4.0 * (scores - 2) - 1);
  }

  /**
   * @param first as against which the effect is, two scores or more
   * @param second two scores or more
   * @param draws resamples; 0 for no interval
   * @param name which with the seed fixes the draws
   */
  public static EffectSize of(
      double[] first, double[] second, int draws, double confidence, long seed, String name) {
    Expect.finite(first, "score");
    Expect.finite(second, "score");
    Expect.that(
        Math.min(first.length, second.length) >= 2,
        "groups",
        first.length + " and " + second.length,
        "2 scores or more in each");
    double d = difference(first, second);
    if (Double.isInfinite(d)) {
      return new EffectSize(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
    }
    double factor = correction(first.length + second.length);
    return new EffectSize(
        OptionalDouble.of(d),
        OptionalDouble.of(factor * d),
        draws == 0
            ? Optional.empty()
            : interval(resampled(first, second, draws, seed, name), factor, confidence));
  }

  /** Infinite where the groups differ and have no spread. */
  private static double difference(double[] first, double[] second) {
    double difference = Moments.mean(second) - Moments.mean(first);
    double squares =
        (first.length - 1) * Moments.variance(first)
            + (second.length - 1) * Moments.variance(second);
    return difference == 0
        ? 0
        : difference / Math.sqrt(squares / (first.length + second.length - 2));
  }

  private static double[] resampled(
      double[] first, double[] second, int draws, long seed, String name) {
    double[] one = first.clone();
    double[] other = second.clone();
    Arrays.sort(one);
    Arrays.sort(other);
    SplitMix64 random = SplitMix64.named(seed, name);
    double[] found = new double[draws];
    for (int draw = 0; draw < draws; draw++) {
      found[draw] = difference(resample(one, random), resample(other, random));
    }
    Arrays.sort(found);
    return found;
  }

  private static double[] resample(double[] values, SplitMix64 random) {
    double[] drawn = new double[values.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = values[random.nextInt(values.length)];
    }
    return drawn;
  }

  private static Optional<Interval> interval(double[] sorted, double factor, double confidence) {
    double tail = new Confidence(confidence).tail();
    double low = factor * Quantile.ofSorted(sorted, tail);
    double high = factor * Quantile.ofSorted(sorted, 1 - tail);
    return Double.isFinite(low) && Double.isFinite(high)
        ? Optional.of(new Interval(low, high))
        : Optional.empty();
  }
}
