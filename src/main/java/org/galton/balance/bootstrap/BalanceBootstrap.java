package org.galton.balance.bootstrap;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.galton.balance.TransitionCounts;
import org.galton.balance.potential.PotentialFit;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;
import org.galton.statistics.Interval;
import org.galton.statistics.error.PercentileBootstrap;

/**
 * Intervals of a potential from refits to resampled counts. Components are found anew in each
 * replicate, which is then shifted by its mean difference from the estimate over the states that
 * both largest components have. Replicates run in parallel, with the same result. Cost: the fit,
 * once a replicate.
 *
 * <p>Steps of one walk are not independent: where walks are known, resample these.
 *
 * <p>Efron and Tibshirani, An Introduction to the Bootstrap, 1993.
 *
 * @param seed of all random numbers
 * @param replicates 2 or more
 * @param confidence such as 0.95
 * @param leastSupport share of replicates below which a state has no interval
 */
public record BalanceBootstrap(long seed, int replicates, double confidence, double leastSupport) {

  public BalanceBootstrap {
    Expect.that(replicates >= 2, "replicates", replicates, "2 or more");
    Expect.that(confidence > 0 && confidence < 1, "confidence", confidence, "between 0 and 1");
    Expect.that(leastSupport >= 0 && leastSupport <= 1, "least support", leastSupport, "0 to 1");
  }

  /** 200 replicates, 95 % intervals where support is 0.9 or more. */
  public static BalanceBootstrap withSeed(long seed) {
    return new BalanceBootstrap(seed, 200, 0.95, 0.9);
  }

  public BalanceBootstrap withReplicates(int number) {
    return new BalanceBootstrap(seed, number, confidence, leastSupport);
  }

  public BalanceBootstrap withConfidence(double probability) {
    return new BalanceBootstrap(seed, replicates, probability, leastSupport);
  }

  public BalanceBootstrap withLeastSupport(double share) {
    return new BalanceBootstrap(seed, replicates, confidence, share);
  }

  /** Of the states in the largest component, steps being independent. */
  public Map<String, PotentialInterval> ofSteps(TransitionCounts counts, PotentialFit fit) {
    return intervals(counts, new StepResampling(counts), "steps", fit);
  }

  /**
   * Of the states in the largest component of all walks together, walks being independent.
   *
   * @param rollouts the counts of each walk, two or more
   */
  public Map<String, PotentialInterval> ofRollouts(
      List<TransitionCounts> rollouts, PotentialFit fit) {
    Expect.that(rollouts.size() >= 2, "number of rollouts", rollouts.size(), "2 or more");
    RolloutResampling resampling = new RolloutResampling(rollouts);
    return intervals(resampling.all(), resampling, "rollouts", fit);
  }

  private Map<String, PotentialInterval> intervals(
      TransitionCounts counts, Resampling resampling, String purpose, PotentialFit fit) {
    Map<String, Double> estimate = fit.fit(counts);
    List<Map<String, Double>> refits =
        IntStream.range(0, replicates)
            .parallel()
            .mapToObj(
                i -> {
                  PortableStream random = PortableStream.of(seed, "bootstrap", purpose, i);
                  return aligned(fit.fit(resampling.draw(random)), estimate);
                })
            .toList();
    Map<String, PotentialInterval> intervals = new TreeMap<>();
    estimate.forEach(
        (state, value) -> {
          double[] values =
              refits.stream()
                  .filter(refit -> refit.containsKey(state))
                  .mapToDouble(refit -> refit.get(state))
                  .toArray();
          double support = (double) values.length / replicates;
          intervals.put(state, new PotentialInterval(value, interval(values, support), support));
        });
    return intervals;
  }

  private Optional<Interval> interval(double[] values, double support) {
    return values.length > 0 && support >= leastSupport
        ? Optional.of(PercentileBootstrap.interval(values, confidence))
        : Optional.empty();
  }

  /** The states that the estimate has too, shifted onto it. */
  private static Map<String, Double> aligned(
      Map<String, Double> refit, Map<String, Double> estimate) {
    String[] common = estimate.keySet().stream().filter(refit::containsKey).toArray(String[]::new);
    Arrays.sort(common);
    double shift = 0;
    for (String state : common) {
      shift += (refit.get(state) - estimate.get(state)) / common.length;
    }
    Map<String, Double> aligned = new TreeMap<>();
    for (String state : common) {
      aligned.put(state, refit.get(state) - shift);
    }
    return aligned;
  }
}
