package org.galton.reward.budget;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;

/**
 * Knapsack RL: as much value as the budget buys.
 *
 * <pre>  maximise  sum_i value(N_i, p_i)    with sum N_i = budget and N_i between the bounds</pre>
 *
 * <p>The value is {@link TaskValue}'s.
 *
 * <ol>
 *   <li>Every prompt gets the fewest, a prompt that was never drawn the uniform number.
 *   <li>What is left beyond the need of the active prompts goes to unsolved ones, or to solved ones
 *       where there are none. The need is the number that has a gradient with the chance {@code
 *       enough} ({@link GroupSignal#approximateRollouts}). Without this step nothing reaches an
 *       unsolved prompt, since one more rollout of an active prompt always adds something; with it
 *       the value is a little below the best.
 *   <li>The rest goes to active prompts, one rollout after another where it adds most: exactly the
 *       best division.
 *   <li>What is left when these have the most goes to unsolved, unknown and solved prompts.
 * </ol>
 *
 * <p>Rates are those of an earlier epoch. Unsolved prompts take leftovers for ever: see {@link
 * org.galton.reward.filter.HopelessRetirement}. Groups of different size have means of different
 * noise: keep the numbers with the rollouts.
 *
 * <p>Li et al., Knapsack RL, 2025, arXiv:2509.25849. Differs from the public allocators in that the
 * value of the fewest rollouts is not taken for 0, and needs are not rounded down.
 *
 * @param enough chance of a gradient from which an active prompt needs no more, above 0 and below
 *     1; empty leaves step 2 out
 */
public record KnapsackRule(OptionalDouble enough) implements AllocationRule {

  public KnapsackRule {
    enough.ifPresent(
        chance ->
            Expect.that(
                chance > 0 && chance < 1,
                "chance of a gradient that is enough",
                chance,
                "above 0 and below 1"));
  }

  /** 0.9 is enough. */
  public static KnapsackRule withDefaults() {
    return new KnapsackRule(OptionalDouble.of(0.9));
  }

  /** All to active prompts: the highest value that the budget buys. */
  public static KnapsackRule ofHighestValue() {
    return new KnapsackRule(OptionalDouble.empty());
  }

  @Override
  public String name() {
    return "knapsack";
  }

  @Override
  public Allocation allocate(SuccessRates rates, RolloutBounds bounds, long budget) {
    Shares shares = new Shares(rates, bounds, budget);
    shares.raise(TaskClass.UNKNOWN, bounds.clamp((double) (budget / rates.size())));
    int[] active = rates.members(TaskClass.ACTIVE);
    if (enough.isPresent() && active.length > 0) {
      long needed = needed(rates.rates(active), bounds);
      int[] unsolved = rates.members(TaskClass.UNSOLVED);
      shares.spread(
          unsolved.length > 0 ? unsolved : rates.members(TaskClass.SOLVED), shares.left() - needed);
    }
    shares.addBest(Marginal.VALUE);
    shares.spreadRest();
    return shares.allocation();
  }

  private long needed(double[] rates, RolloutBounds bounds) {
    long needed = 0;
    for (double p : rates) {
      double near = GroupSignal.approximateRollouts(enough.orElseThrow(), p).orElseThrow();
      needed += bounds.clamp(Math.ceil(near)) - bounds.low();
    }
    return needed;
  }
}
