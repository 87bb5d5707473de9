package org.galton.statistics.rate;

import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;
import org.galton.statistics.Tally;

/**
 * pass@k: the probability that at least one of k rollouts is right.
 *
 * <pre>  pass@k = 1 - C(n-c, k) / C(n, k)</pre>
 *
 * <p>Unbiased for 1 - (1-p)^k when k &lt;= n; empty when n &lt; k. The plug-in 1 - (1 - c/n)^k is
 * biased low, and so is every bootstrap that draws with replacement. The variance is large when k
 * is close to n (at k = n the value is 0 or 1): see {@link #unsteady}. Exactly 0 at c = 0, exactly
 * 1 when n - c &lt; k, exactly c/n at k = 1.
 *
 * <p>Evaluated as -expm1(sum log(1 - x)) over the shorter of two products, so no factorial is
 * formed; absolute error below 1e-13 for n up to 10^6. Cost min(c, k) logarithms.
 *
 * <p>Chen et al., Evaluating Large Language Models Trained on Code, 2021, arXiv:2107.03374.
 *
 * @param k rollouts drawn, 1 or more
 */
public record PassAtK(int k) implements PromptMetric<Tally> {

  public PassAtK {
    Expect.that(k >= 1, "k", k, "1 or more");
  }

  @Override
  public String name() {
    return "pass@" + k;
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
    if (c == 0) {
      return OptionalDouble.of(0);
    }
    return OptionalDouble.of(n - c < k ? 1 : -Math.expm1(logChoiceRatio(n, c, k)));
  }

  /** True when k &gt; n/2: the value is unbiased but hardly more informative than a coin. */
  public boolean unsteady(Tally prompt) {
    return 2L * k > prompt.rollouts();
  }

  /** ln of C(n-c, k)/C(n, k) = prod_{i &lt; min(c,k)} (1 - max(c,k)/(n-i)), for c + k at most n. */
  static double logChoiceRatio(int n, int c, int k) {
    int few = Math.min(c, k);
    int many = Math.max(c, k);
    CompensatedSum log = new CompensatedSum();
    for (int i = 0; i < few; i++) {
      double share = (double) many / (n - i);
      // Near 1 the complement is formed from the integers: 1 - share would lose its digits.
      log.add(share < 0.5 ? Math.log1p(-share) : Math.log((double) (n - i - many) / (n - i)));
    }
    return log.value();
  }
}
