package org.galton.statistics.vote;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.statistics.Ballot;
import org.galton.statistics.PromptMetric;

/**
 * The vote of all n rollouts: 1 when the most frequent answer is right, 0 when it is wrong or
 * nobody answered; ties as {@link Ties} says. This is maj@n (cons@n in model cards), one
 * deterministic vote. Empty only for a prompt without rollouts.
 *
 * <p>As an estimate for a fresh set of n rollouts it is unbiased, and as variable as a coin; maj@k
 * with k below n averages over the draws. Cost: one pass over the distinct answers.
 *
 * @param ties what a tie earns
 */
public record MajorityVote(Ties ties) implements PromptMetric<Ballot> {

  /** Ties earn the share of right answers among the tied ones. */
  public static MajorityVote withDefaults() {
    return new MajorityVote(Ties.SHARED);
  }

  public MajorityVote with(Ties option) {
    return new MajorityVote(option);
  }

  @Override
  public String name() {
    return "maj@n";
  }

  @Override
  public OptionalDouble value(Ballot prompt) {
    if (prompt.rollouts() == 0) {
      return OptionalDouble.empty();
    }
    int most = Math.max(last(prompt.correct()), last(prompt.wrong()));
    if (most == 0) {
      return OptionalDouble.of(0);
    }
    return OptionalDouble.of(
        ties.earned(holding(most, prompt.correct()), holding(most, prompt.wrong())));
  }

  private static int last(List<Integer> sorted) {
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() - 1);
  }

  private static int holding(int most, List<Integer> votes) {
    return (int) votes.stream().filter(count -> count == most).count();
  }
}
