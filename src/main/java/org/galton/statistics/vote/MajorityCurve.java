package org.galton.statistics.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.Ballot;

/**
 * maj@k, also cons@k, of one prompt for several k in one pass: the probability that the most
 * frequent answer among k of the n rollouts is right.
 *
 * <p>Exact expectation over all draws. Empty answers take a slot and never vote; no vote earns 0.
 * maj@1 is the mean, maj@n is {@link MajorityVote}. Unbiased for the vote of k fresh rollouts. For
 * k up to 64; beyond use {@link MajoritySimulation}.
 *
 * <p>Let w_a(x) = C(n_a, x) be the ways to draw x of the n_a votes of answer a, and e(u, v) what a
 * tie of u right and v wrong answers earns. With j votes of the winner the value is
 *
 * <pre>
 *   1/C(n, k) sum_j [t^k] sum_{u,v} e(u, v) (ways in which u right and v wrong ones have j, and the rest fewer)
 * </pre>
 *
 * <p>Four things make it cheap. The coefficients of one product serve every k. Answers with fewer
 * than j votes in all, and empty ones, are never cut off: their factors multiply to one binomial.
 * Where no second answer can have j votes, j &gt; k/2, no product is needed. Shared ties need no
 * count of who is tied: 1/(u+v) is the integral of s^(u+v-1) from 0 to 1, and Gauss's rule with
 * half as many nodes as there can be ties gives it exactly ({@link TieNode}).
 *
 * <p>Counts j that the prompt's most frequent answer stays within with a probability below 1e-18
 * are left out: together they are worth less than that. Cost: k times j for each j and each answer
 * with j votes or more.
 *
 * <p>Wang et al., Self-Consistency Improves Chain of Thought Reasoning, 2022, arXiv:2203.11171.
 *
 * @param ks rollouts drawn, each 1 to 64, ascending
 * @param ties what a tie earns
 * @param draws how the k are drawn
 */
public record MajorityCurve(List<Integer> ks, Ties ties, Draws draws) {

  /** Largest k of the exact computation. */
  public static final int LARGEST_K = 64;

  public MajorityCurve {
    ks = List.copyOf(ks);
    int last = 1;
    for (int k : ks) {
      Expect.that(
          k >= 1 && k <= LARGEST_K,
          "k",
          k,
          "1 to " + LARGEST_K + " (use MajoritySimulation for larger k)");
      Expect.that(k >= last, "ks", ks, "ascending");
      last = k;
    }
  }

  /** Ties shared, draws without replacement. */
  public static MajorityCurve of(List<Integer> ks) {
    return new MajorityCurve(ks, Ties.SHARED, Draws.WITHOUT_REPLACEMENT);
  }

  public MajorityCurve with(Ties option) {
    return new MajorityCurve(ks, option, draws);
  }

  /** In the order of the ks; empty where n &lt; k. */
  public List<OptionalDouble> values(Ballot prompt) {
    int n = prompt.rollouts();
    int[] reached = ks.stream().mapToInt(Integer::intValue).filter(k -> k <= n).toArray();
    double[] shares = reached.length == 0 ? new double[0] : shares(prompt, reached);
    List<OptionalDouble> values = new ArrayList<>(ks.size());
    for (int i = 0; i < ks.size(); i++) {
      values.add(
          i < shares.length
              ? OptionalDouble.of(Math.max(0, Math.min(1, shares[i])))
              : OptionalDouble.empty());
    }
    return values;
  }

  private double[] shares(Ballot prompt, int[] reached) {
    VoteCount count = new VoteCount(prompt, reached[reached.length - 1], ties, draws);
    int[] lowest = count.lowestWinning(reached);
    double[] earned = new double[reached.length];
    for (int winning = 1; winning <= reached[reached.length - 1]; winning++) {
      count.add(winning, reached, lowest, earned);
    }
    for (int i = 0; i < reached.length; i++) {
      earned[i] /= count.weight(reached[i]);
    }
    return earned;
  }
}
