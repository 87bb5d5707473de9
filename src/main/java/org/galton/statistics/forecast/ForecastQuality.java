package org.galton.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good forecasts are, over outcomes.
 *
 * <pre>
 *   log loss           mean of -ln p of what came, nats
 *   constant log loss  the same of one p for all, the share of successes: the best of all constants
 *   Brier              mean of (p - y)²
 *   ECE                sum over tenths of |mean p - share of successes| times their share
 *   ranking            chance that a success has a higher p than a failure, ties half (AUC)
 * </pre>
 *
 * <p>Brier, Monthly Weather Review 78, 1950. Naeini et al., Obtaining well calibrated
 * probabilities, AAAI 2015, with tenths of [0, 1] as bins. A p of 0 or 1 that is wrong makes the
 * log loss infinite.
 *
 * @param count outcomes
 * @param ranking nothing where all outcomes are the same
 * @param tenths those that have outcomes, in their order
 */
public record ForecastQuality(
    long count,
    double rightShare,
    double logLoss,
    double constantLogLoss,
    double brier,
    double calibrationError,
    OptionalDouble ranking,
    List<Tenth> tenths) {

  /**
   * Forecasts from {@code number}/10 on, the last tenth with its end.
   *
   * @param mean of the forecasts
   * @param rightShare what came
   */
  public record Tenth(int number, long count, double mean, double rightShare) {}

  /**
   * @param forecasts with one outcome or more in all
   */
  public static ForecastQuality of(List<Forecast> forecasts) {
    long count = forecasts.stream().mapToLong(Forecast::count).sum();
    if (count == 0) {
      throw new IllegalArgumentException("Invalid forecasts: expected one outcome or more");
    }
    double logLoss = 0;
    double brier = 0;
    long right = 0;
    for (Forecast one : forecasts) {
      double p = one.probability();
      logLoss -= one.right() == 0 ? 0 : one.right() * Math.log(p);
      logLoss -= one.wrong() == 0 ? 0 : one.wrong() * Math.log1p(-p);
      brier += one.right() * (1 - p) * (1 - p) + one.wrong() * p * p;
      right += one.right();
    }
    List<Tenth> tenths = tenths(forecasts);
    double share = (double) right / count;
    return new ForecastQuality(
        count,
        share,
        logLoss / count,
        entropy(share),
        brier / count,
        tenths.stream()
                .mapToDouble(one -> one.count() * Math.abs(one.mean() - one.rightShare()))
                .sum()
            / count,
        ranking(forecasts),
        tenths);
  }

  private static double entropy(double share) {
    return share == 0 || share == 1
        ? 0
        : -share * Math.log(share) - (1 - share) * Math.log1p(-share);
  }

  private static List<Tenth> tenths(List<Forecast> forecasts) {
    long[] counts = new long[10];
    double[] sums = new double[10];
    long[] right = new long[10];
    for (Forecast one : forecasts) {
      int tenth = (int) Math.min(9, Math.floor(one.probability() * 10));
      counts[tenth] += one.count();
      sums[tenth] += one.count() * one.probability();
      right[tenth] += one.right();
    }
    List<Tenth> tenths = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      if (counts[i] > 0) {
        tenths.add(new Tenth(i, counts[i], sums[i] / counts[i], (double) right[i] / counts[i]));
      }
    }
    return List.copyOf(tenths);
  }

  /**
   * Mann and Whitney's statistic: pairs of a success and a failure in which the success ranks
   * higher, ties half, over all pairs; nothing without a pair.
   */
  public static OptionalDouble ranking(List<Forecast> forecasts) {
    Pairs pairs = Pairs.of(forecasts);
    return pairs.all() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(pairs.inOrder() / pairs.all());
  }

  /** The same over pairs within a group only: differences between groups count for nothing. */
  public static OptionalDouble rankingWithin(Iterable<List<Forecast>> groups) {
    double inOrder = 0;
    double all = 0;
    for (List<Forecast> group : groups) {
      Pairs pairs = Pairs.of(group);
      inOrder += pairs.inOrder();
      all += pairs.all();
    }
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(inOrder / all);
  }

  private record Pairs(double inOrder, double all) {
    static Pairs of(List<Forecast> forecasts) {
      Forecast[] sorted = forecasts.toArray(Forecast[]::new);
      Arrays.sort(sorted, Comparator.comparingDouble(Forecast::probability));
      double wrongBelow = 0;
      double inOrder = 0;
      double rights = 0;
      for (int from = 0; from < sorted.length; ) {
        int to = from;
        double right = 0;
        double wrong = 0;
        while (to < sorted.length && sorted[to].probability() == sorted[from].probability()) {
          right += sorted[to].right();
          wrong += sorted[to].wrong();
          to++;
        }
        inOrder += right * (wrongBelow + wrong / 2);
        wrongBelow += wrong;
        rights += right;
        from = to;
      }
      return new Pairs(inOrder, rights * wrongBelow);
    }
  }
}
