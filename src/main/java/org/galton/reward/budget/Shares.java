package org.galton.reward.budget;

import java.util.Arrays;
import org.galton.numerics.Expect;

/** Counts of rollouts while a budget is handed out; belongs to one call of a rule. */
final class Shares {
  private final SuccessRates rates;
  private final RolloutBounds bounds;
  private final int[] rollouts;
  private long left;

  /** Every prompt has the fewest. */
  Shares(SuccessRates rates, RolloutBounds bounds, long budget) {
    this.rates = rates;
    this.bounds = bounds;
    int prompts = rates.size();
    Expect.that(prompts > 0, "number of prompts", prompts, "1 or more");
    long least = (long) prompts * bounds.low();
    Expect.that(
        budget >= least,
        "budget",
        budget,
        "at least %d, %d for each of %d prompts".formatted(least, bounds.low(), prompts));
    rollouts = new int[prompts];
    Arrays.fill(rollouts, bounds.low());
    left = budget - least;
  }

  long left() {
    return left;
  }

  /** Raises the prompts of a class to a number. */
  void raise(TaskClass wanted, int number) {
    for (int i : rates.members(wanted)) {
      left -= number - rollouts[i];
      rollouts[i] = number;
    }
  }

  /** Evenly, and what does not divide to those that stand first, until all is placed or refused. */
  void spread(int[] prompts, long amount) {
    long placing = amount;
    int[] open = withRoom(prompts);
    while (placing > 0 && open.length > 0) {
      long each = placing / open.length;
      long more = placing % open.length;
      for (int place = 0; place < open.length; place++) {
        int i = open[place];
        int given = (int) Math.min(bounds.high() - rollouts[i], each + (place < more ? 1 : 0));
        rollouts[i] += given;
        placing -= given;
        left -= given;
      }
      open = withRoom(open);
    }
  }

  /** One after another where it adds most. */
  void addBest(Marginal marginal) {
    int[] active = rates.members(TaskClass.ACTIVE);
    int[] raised = BestMarginals.of(marginal, rates.rates(active), bounds, left);
    for (int place = 0; place < active.length; place++) {
      left -= raised[place] - bounds.low();
      rollouts[active[place]] = raised[place];
    }
  }

  /** What is left goes to prompts of which nothing is gained for certain. */
  void spreadRest() {
    spread(rates.members(TaskClass.UNSOLVED), left);
    spread(rates.members(TaskClass.UNKNOWN), left);
    spread(rates.members(TaskClass.SOLVED), left);
  }

  Allocation allocation() {
    return new Allocation(rollouts, left);
  }

  private int[] withRoom(int[] prompts) {
    return Arrays.stream(prompts).filter(i -> rollouts[i] < bounds.high()).toArray();
  }
}
