package org.galton.statistics;

import java.util.OptionalDouble;

/**
 * A metric over prompts, with its error. Every absent figure has its reason in the counts: no value
 * when all prompts are short, no standard error and no interval below two prompts.
 *
 * @param value mean over the prompts that have a value
 * @param standardError of that mean, the prompt (or cluster) being the unit
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param prompts prompts in the mean
 * @param promptsShort prompts left out because they have too few rollouts
 */
public record Estimate(
    OptionalDouble value,
    OptionalDouble standardError,
    OptionalDouble low,
    OptionalDouble high,
    int prompts,
    int promptsShort) {

  /** No prompt has a value. */
  public static Estimate absent(int promptsShort) {
    OptionalDouble none = OptionalDouble.empty();
    return new Estimate(none, none, none, none, 0, promptsShort);
  }

  /** value -+ quantile * error, where there is an error. */
  public static Estimate around(
      double value, OptionalDouble error, double quantile, int prompts, int promptsShort) {
    if (error.isEmpty()) {
      return new Estimate(OptionalDouble.of(value), error, error, error, prompts, promptsShort);
    }
    double half = quantile * error.getAsDouble();
    return new Estimate(
        OptionalDouble.of(value),
        error,
        OptionalDouble.of(value - half),
        OptionalDouble.of(value + half),
        prompts,
        promptsShort);
  }
}
