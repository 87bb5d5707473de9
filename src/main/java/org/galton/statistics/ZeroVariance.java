package org.galton.statistics;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Prompts whose rollouts all agree, and so teach a group-relative learner nothing. The observed
 * rates depend on n: between runs of different n compare {@link ZeroVarianceAtG} instead.
 *
 * @param prompts prompts with a rollout or more
 * @param allWrong those with c = 0
 * @param allCorrect those with c = n
 */
public record ZeroVariance(int prompts, int allWrong, int allCorrect) {

  public ZeroVariance {
    Expect.that(prompts >= 1, "prompts", prompts, "1 or more");
    Expect.that(
        allWrong >= 0 && allCorrect >= 0 && allWrong + allCorrect <= prompts,
        "all wrong and all correct",
        allWrong + " + " + allCorrect,
        "0 to prompts (" + prompts + ") together");
  }

  /** What was observed; nothing when no prompt has a rollout. */
  public static Optional<ZeroVariance> of(Collection<Tally> tallies) {
    int known = count(tallies, tally -> tally.rollouts() > 0);
    if (known == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new ZeroVariance(
            known,
            count(tallies, tally -> tally.rollouts() > 0 && tally.correct() == 0),
            count(tallies, tally -> tally.rollouts() > 0 && tally.wrong() == 0)));
  }

  /** Share of prompts whose rollouts all agree. */
  public double rate() {
    return (double) (allWrong + allCorrect) / prompts;
  }

  /** Share of prompts that dynamic sampling keeps, 1 - rate. */
  public double dynamicSamplingPassRate() {
    return 1 - rate();
  }

  /**
   * Chance that a group of g rollouts agrees when each is right with probability p: p^g + (1-p)^g.
   */
  public static double expected(double solveRate, int group) {
    Expect.that(solveRate >= 0 && solveRate <= 1, "solveRate", solveRate, "0 to 1");
    Expect.that(group >= 1, "group", group, "1 or more");
    return Math.pow(solveRate, group) + Math.exp(group * Math.log1p(-solveRate));
  }

  private static int count(Collection<Tally> tallies, Predicate<Tally> which) {
    return (int) tallies.stream().filter(which).count();
  }
}
