package org.galton.reinforce.budget;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.budget.SuccessRates;
import org.galton.reward.budget.UniformRule;
import org.galton.statistics.Tally;

/**
 * How the rollouts of a step are divided among its prompts.
 *
 * @param bounds of a prompt's rollouts
 * @param rates where success rates come from
 */
public record TrainingBudget(AllocationRule rule, RolloutBounds bounds, RateSource rates) {
  private static final RolloutBounds ANY = new RolloutBounds(1, Integer.MAX_VALUE);

  /** The same for every prompt. */
  public static TrainingBudget uniform() {
    return new TrainingBudget(new UniformRule(), ANY, RateSource.LAST_EPOCH);
  }

  /** By Knapsack RL, 2 to 128 for a prompt, by the shares of right rollouts of the last epoch. */
  public static TrainingBudget knapsack() {
    return new TrainingBudget(
        KnapsackRule.withDefaults(), RolloutBounds.withDefaults(), RateSource.LAST_EPOCH);
  }

  /**
   * The rollouts of each prompt; together prompts times {@code mean}.
   *
   * @param last draws of the prompts, with 0 rollouts where there is none
   * @param mean rollouts of a prompt, within the bounds
   */
  public int[] divide(List<Tally> last, int mean) {
    return last.isEmpty()
        ? new int[0]
        : rule.allocate(
                rates.of(last.toArray(Tally[]::new)), bounds, Math.multiplyFull(last.size(), mean))
            .rollouts();
  }

  /** The success rate that a prompt is taken to have; empty where it is unknown. */
  public OptionalDouble rate(Tally last) {
    SuccessRates one = rates.of(last);
    return one.rate(0);
  }
}
