package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * pass^k: the probability that all of k rollouts are right.
 *
 * <pre>  pass^k = C(c, k) / C(n, k)</pre>
 *
 * <p>Unbiased for p^k when k &lt;= n; empty when n &lt; k. Exactly 0 when c &lt; k, exactly 1 at c
 * = n, exactly c/n at k = 1. Large variance when k is close to n. Cost min(n-c, k) logarithms.
 *
 * <p>Yao et al., tau-bench, 2024, arXiv:2406.12045.
 *
 * @param k rollouts drawn, 1 or more
 */
public record PassHatK(int k) implements PromptMetric<Tally> {

  public PassHatK {
    Expect.that(k >= 1, "k", k, "1 or more");
  }

  @Override
  public String name() {
    return "pass^" + k;
  }

  @Override
  public OptionalDouble value(Tally prompt) {
    int n = prompt.rollouts();
    int c = prompt.correct();
    if (n < k) {
      return OptionalDouble.empty();
    }
    if (k == 1) {
      return OptionalDouble.of((double) c / n);
    }
    // C(c, k)/C(n, k): the chance that k draws avoid all n - c wrong rollouts.
    return OptionalDouble.of(c < k ? 0 : Math.exp(PassAtK.logChoiceRatio(n, n - c, k)));
  }
}
