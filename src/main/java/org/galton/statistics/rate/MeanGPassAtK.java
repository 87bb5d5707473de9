package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * mG-Pass@k: G-Pass@k averaged over the thresholds above one half.
 *
 * <pre>  (2/k) sum_{i=ceil(k/2)+1}^{k} G-Pass@k_{i/k}</pre>
 *
 * <p>Unbiased when k &lt;= n; empty when n &lt; k. Below 1 even for a perfect system when k is odd,
 * as the published formula has it. Cost min(c, k) + k^2/8.
 *
 * <p>Liu et al., Are Your LLMs Capable of Stable Reasoning?, 2024, arXiv:2412.13147.
 *
 * @param k rollouts drawn, 2 or more
 */
public record MeanGPassAtK(int k) implements PromptMetric<Tally> {

  public MeanGPassAtK {
    Expect.that(k >= 2, "k", k, "2 or more");
  }

  @Override
  public String name() {
    return "mg-pass@" + k;
  }

  @Override
  public OptionalDouble value(Tally prompt) {
    if (prompt.rollouts() < k) {
      return OptionalDouble.empty();
    }
    Hypergeometric draws = new Hypergeometric(prompt.rollouts(), prompt.correct(), k);
    CompensatedSum sum = new CompensatedSum();
    for (int i = (k + 1) / 2 + 1; i <= k; i++) {
      sum.add(draws.atLeast(i));
    }
    return OptionalDouble.of(2 * sum.value() / k);
  }
}
