package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * G-Pass@k at threshold tau: the probability that at least the share tau of k rollouts is right.
 *
 * <pre>  sum_{j=m}^{min(c,k)} C(c,j) C(n-c,k-j) / C(n,k),   m = max(1, ceil(tau k))</pre>
 *
 * <p>Unbiased when k &lt;= n; empty when n &lt; k. tau = 1 is pass^k, tau &lt;= 1/k is pass@k. Cost
 * min(c, k).
 *
 * <p>Liu et al., Are Your LLMs Capable of Stable Reasoning?, 2024, arXiv:2412.13147.
 *
 * @param k rollouts drawn, 1 or more
 * @param tau share that must be right, 0 to 1
 */
public record GPassAtK(int k, double tau) implements PromptMetric<Tally> {

  public GPassAtK {
    Expect.that(k >= 1, "k", k, "1 or more");
    Expect.that(tau >= 0 && tau <= 1, "tau", tau, "0 to 1");
  }

  @Override
  public String name() {
    return "g-pass@" + k + "_" + tau;
  }

  /** Right rollouts needed, m. */
  public int threshold() {
    // 0.1 * 30 is 3.0000000000000004 in double; without the allowance its ceiling would be 4.
    return Math.max(1, (int) Math.ceil(tau * k - 1e-9));
  }

  @Override
  public OptionalDouble value(Tally prompt) {
    return prompt.rollouts() < k
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            new Hypergeometric(prompt.rollouts(), prompt.correct(), k).atLeast(threshold()));
  }
}
