package org.galton.reward.budget;

import java.util.Arrays;
import org.galton.numerics.CompensatedSum;

/**
 * Rollouts of each prompt.
 *
 * @param rollouts in the order of the prompts
 * @param unallocated what is left of the budget because every prompt has the most that it may
 */
public record Allocation(int[] rollouts, long unallocated) {

  /** Rollouts of all prompts. */
  public long total() {
    return Arrays.stream(rollouts).asLongStream().sum();
  }

  /** sum of {@link TaskValue#of} over prompts whose rate is known. */
  public double value(SuccessRates rates) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < rollouts.length; i++) {
      int given = rollouts[i];
      rates.rate(i).ifPresent(p -> sum.add(TaskValue.of(given, p)));
    }
    return sum.value();
  }

  /** Expected number of prompts with a gradient, over those whose rate is known. */
  public double expectedToTeach(SuccessRates rates) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < rollouts.length; i++) {
      int given = rollouts[i];
      rates.rate(i).ifPresent(p -> sum.add(GroupSignal.chance(given, p)));
    }
    return sum.value();
  }
}
