package org.galton.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * maj@k, also cons@k: the probability that the most frequent answer among k of the n rollouts is
 * right.
 *
 * <p>Exact expectation over all draws. For each winning count j an answer with n_a votes
 * contributes
 *
 * <pre>  sum_{x&lt;j} C(n_a, x) t^x + C(n_a, j) t^j y_a</pre>
 *
 * <p>where y_a marks a tie; the coefficient of t^k, as a polynomial in (tied right, tied wrong), is
 * weighted with what the tie earns, summed over j and divided by C(n, k). Empty answers take a slot
 * and never vote; no vote earns 0. maj@1 is the mean, maj@n is {@link MajorityVote}. Unbiased for
 * the vote of k fresh rollouts; empty when n &lt; k.
 *
 * <p>Cost about k^2 times answers times possible ties, for k up to 64; beyond use {@link
 * MajoritySimulation}.
 *
 * <p>Wang et al., Self-Consistency Improves Chain of Thought Reasoning, 2022, arXiv:2203.11171.
 *
 * @param k rollouts drawn, 1 to 64
 * @param ties what a tie earns
 * @param draws how the k are drawn
 */
public record MajorityAtK(int k, Ties ties, Draws draws) implements PromptMetric<Ballot> {

  /** Largest k of the exact computation. */
  public static final int LARGEST_K = 64;

  public MajorityAtK {
    Expect.that(
        k >= 1 && k <= LARGEST_K,
        "k",
        k,
        "1 to " + LARGEST_K + " (use MajoritySimulation for larger k)");
  }

  /** Ties shared, draws without replacement. */
  public static MajorityAtK of(int k) {
    return new MajorityAtK(k, Ties.SHARED, Draws.WITHOUT_REPLACEMENT);
  }

  public MajorityAtK with(Ties option) {
    return new MajorityAtK(k, option, draws);
  }

  public MajorityAtK with(Draws option) {
    return new MajorityAtK(k, ties, option);
  }

  @Override
  public String name() {
    return "maj@" + k;
  }

  @Override
  public OptionalDouble value(Ballot prompt) {
    int n = prompt.rollouts();
    if (n < k) {
      return OptionalDouble.empty();
    }
    double scale = (double) k / n;
    CompensatedSum earned = new CompensatedSum();
    for (int winning = 1; winning <= k; winning++) {
      earned.add(earned(prompt, winning, scale));
    }
    double share = earned.value() / draws.weights(n, k, scale)[k];
    return OptionalDouble.of(Math.max(0, Math.min(1, share)));
  }

  /** Weight of the draws that are won with exactly this many votes, times what they earn. */
  private double earned(Ballot prompt, int winning, double scale) {
    VoteCount count = new VoteCount(k, winning);
    count.addEmpty(draws.weights(prompt.empty(), k, scale));
    addAll(prompt.correct(), count, scale, VoteCount.Side.CORRECT);
    addAll(prompt.wrong(), count, scale, VoteCount.Side.WRONG);
    return count.earned(ties);
  }

  private void addAll(List<Integer> votes, VoteCount count, double scale, VoteCount.Side side) {
    for (int held : votes) {
      count.add(draws.weights(held, count.winning(), scale), side);
    }
  }
}
