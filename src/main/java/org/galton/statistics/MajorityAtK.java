package org.galton.statistics;

import java.util.List;
import java.util.OptionalDouble;

/**
 * maj@k, also cons@k: the probability that the most frequent answer among k of the n rollouts is
 * right.
 *
 * <p>Exact expectation over all draws, computed as {@link MajorityCurve} says, which is also the
 * way to several k at once. Empty answers take a slot and never vote; no vote earns 0. maj@1 is the
 * mean, maj@n is {@link MajorityVote}. Unbiased for the vote of k fresh rollouts; empty when n &lt;
 * k. For k up to 64; beyond use {@link MajoritySimulation}.
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
    return new MajorityCurve(List.of(k), ties, draws).values(prompt).get(0);
  }
}
