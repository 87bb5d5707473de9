package org.galton.statistics.error;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.numerics.Quantile;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;

/**
 * The mean or median over prompts with a percentile interval from resampling prompts, or families
 * of prompts, with replacement. For few prompts, values near 0 or 1, or few clusters, where the
 * normal interval fails.
 *
 * <p>The interval is the type-7 percentiles of 2,000 resampled means (medians); the error is their
 * standard deviation, for the mean low by the factor sqrt((M-1)/M). Rollouts are never resampled
 * alone: that would ignore the choice of prompts, and draws with replacement bias pass@k. Seeded by
 * a number and the metric's name, the same bits for every order of the prompts. No error below two
 * prompts (or clusters). Cost: resamples times prompts.
 *
 * <p>Efron and Tibshirani, An Introduction to the Bootstrap, 1993.
 */
public final class Bootstrap {

  private static final long SEED = 0x47414C544F4EL;

  private final int resamples;
  private final Confidence confidence;
  private final long seed;

  private Bootstrap(int resamples, Confidence confidence, long seed) {
    Expect.that(resamples >= 2, "resamples", resamples, "2 or more");
    this.resamples = resamples;
    this.confidence = confidence;
    this.seed = seed;
  }

  /** 2,000 resamples, 95 % intervals. */
  public static Bootstrap withDefaults() {
    return new Bootstrap(2000, new Confidence(0.95), SEED);
  }

  public Bootstrap withResamples(int number) {
    return new Bootstrap(number, confidence, seed);
  }

  /** Intervals that hold with this probability, such as 0.99. */
  public Bootstrap withConfidence(double probability) {
    return new Bootstrap(resamples, new Confidence(probability), seed);
  }

  public Bootstrap withSeed(long option) {
    return new Bootstrap(resamples, confidence, option);
  }

  /**
   * Prompts are independent.
   *
   * @param metric its name, which seeds the resampling
   * @param values one per prompt
   * @param promptsShort prompts without a value
   */
  public Estimate of(String metric, double[] values, int promptsShort) {
    Expect.finite(values, "prompt value");
    Unit[] units = Arrays.stream(values).mapToObj(value -> new Unit(value, 1)).toArray(Unit[]::new);
    return estimate(metric, values, units, promptsShort);
  }

  /**
   * Prompts come in families, which are resampled whole.
   *
   * @param metric its name, which seeds the resampling
   * @param values one per prompt
   * @param clusters the family of each prompt, in the order of the values
   * @param promptsShort prompts without a value
   */
  public Estimate of(String metric, double[] values, List<String> clusters, int promptsShort) {
    Expect.finite(values, "prompt value");
    Unit[] units =
        Families.of(clusters).group(values).stream()
            .map(group -> new Unit(CompensatedSum.ofSorted(group), group.length))
            .toArray(Unit[]::new);
    return estimate(metric, values, units, promptsShort);
  }

  /**
   * The median instead of the mean; prompts are independent. Its resampled values are few below
   * some twenty prompts, and the interval coarse.
   *
   * @param metric its name, which seeds the resampling
   * @param values one per prompt
   * @param promptsShort prompts without a value
   */
  public Estimate ofMedian(String metric, double[] values, int promptsShort) {
    Expect.finite(values, "prompt value");
    Expect.that(promptsShort >= 0, "promptsShort", promptsShort, "0 or more");
    if (values.length == 0) {
      return Estimate.absent(promptsShort);
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = Quantile.ofSorted(sorted, 0.5);
    if (values.length < 2) {
      return Estimate.around(median, OptionalDouble.empty(), 0, values.length, promptsShort);
    }
    double[] medians = resampledMedians(SplitMix64.named(seed, metric), sorted);
    return around(median, medians, values.length, promptsShort);
  }

  /** What is resampled whole: a prompt, or a family by its sum and size. */
  private record Unit(double sum, int prompts) {}

  private Estimate estimate(String metric, double[] values, Unit[] units, int promptsShort) {
    Expect.that(promptsShort >= 0, "promptsShort", promptsShort, "0 or more");
    if (values.length == 0) {
      return Estimate.absent(promptsShort);
    }
    double mean = Moments.mean(values);
    if (units.length < 2) {
      return Estimate.around(mean, OptionalDouble.empty(), 0, values.length, promptsShort);
    }
    double[] means = resampledMeans(SplitMix64.named(seed, metric), units);
    return around(mean, means, values.length, promptsShort);
  }

  /** Of resampled figures in ascending order. */
  private Estimate around(double value, double[] resampled, int prompts, int promptsShort) {
    return new Estimate(
        OptionalDouble.of(value),
        OptionalDouble.of(Math.sqrt(Moments.variance(resampled))),
        OptionalDouble.of(Quantile.ofSorted(resampled, confidence.tail())),
        OptionalDouble.of(Quantile.ofSorted(resampled, 1 - confidence.tail())),
        prompts,
        promptsShort);
  }

  /** Sorted. */
  private double[] resampledMedians(SplitMix64 random, double[] sorted) {
    double[] medians = new double[resamples];
    double[] drawn = new double[sorted.length];
    for (int b = 0; b < resamples; b++) {
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = sorted[random.nextInt(sorted.length)];
      }
      Arrays.sort(drawn);
      medians[b] = Quantile.ofSorted(drawn, 0.5);
    }
    Arrays.sort(medians);
    return medians;
  }

  /** Sorted. The units are put in an order of their own first, since a draw picks a place. */
  private double[] resampledMeans(SplitMix64 random, Unit[] units) {
    Arrays.sort(units, Comparator.comparingDouble(Unit::sum).thenComparingInt(Unit::prompts));
    double[] means = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      double sum = 0;
      long prompts = 0;
      for (int i = 0; i < units.length; i++) {
        Unit drawn = units[random.nextInt(units.length)];
        sum += drawn.sum();
        prompts += drawn.prompts();
      }
      means[b] = sum / prompts;
    }
    Arrays.sort(means);
    return means;
  }
}
