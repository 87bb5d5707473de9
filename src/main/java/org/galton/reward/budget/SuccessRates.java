package org.galton.reward.budget;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;
import org.galton.statistics.Tally;

/** What is known of each prompt's success rate, in the order of the prompts. */
public final class SuccessRates {
  private static final double UNKNOWN = -1;

  private final double[] rates;

  private SuccessRates(double[] rates) {
    this.rates = rates;
  }

  /** Known rates, 0 to 1; empty where a prompt was never drawn. */
  public static SuccessRates of(OptionalDouble... rates) {
    for (OptionalDouble rate : rates) {
      rate.ifPresent(p -> Expect.share(p, "success rate"));
    }
    return new SuccessRates(
        Arrays.stream(rates).mapToDouble(rate -> rate.orElse(UNKNOWN)).toArray());
  }

  /** correct/rollouts; unknown where there is no rollout. */
  public static SuccessRates observed(Tally... prompts) {
    return new SuccessRates(
        Arrays.stream(prompts)
            .mapToDouble(
                prompt ->
                    prompt.rollouts() == 0
                        ? UNKNOWN
                        : (double) prompt.correct() / prompt.rollouts())
            .toArray());
  }

  /**
   * (correct + 1)/(rollouts + 2), the posterior mean under a uniform prior: 0 of 8 is no 0, so that
   * nothing is solved or unsolved for good. Unknown where there is no rollout.
   */
  public static SuccessRates posterior(Tally... prompts) {
    return new SuccessRates(
        Arrays.stream(prompts)
            .mapToDouble(prompt -> prompt.rollouts() == 0 ? UNKNOWN : posteriorMean(prompt))
            .toArray());
  }

  /** (correct + 1)/(rollouts + 2), above 0 and below 1. */
  public static double posteriorMean(Tally prompt) {
    return (prompt.correct() + 1.0) / (prompt.rollouts() + 2.0);
  }

  /** Number of prompts. */
  public int size() {
    return rates.length;
  }

  public TaskClass taskClass(int prompt) {
    double rate = rates[prompt];
    if (rate == UNKNOWN) {
      return TaskClass.UNKNOWN;
    }
    if (rate == 0) {
      return TaskClass.UNSOLVED;
    }
    return rate == 1 ? TaskClass.SOLVED : TaskClass.ACTIVE;
  }

  /** Empty where it is unknown. */
  public OptionalDouble rate(int prompt) {
    return rates[prompt] == UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(rates[prompt]);
  }

  /** The prompts of a class, ascending. */
  int[] members(TaskClass wanted) {
    return IntStream.range(0, rates.length).filter(i -> taskClass(i) == wanted).toArray();
  }

  /** Of prompts whose rate is known. */
  double[] rates(int[] prompts) {
    return Arrays.stream(prompts).mapToDouble(i -> rates[i]).toArray();
  }
}
