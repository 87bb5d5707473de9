package org.galton.statistics.rate;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.PromptMetric;

/**
 * best_of@k: the probability that the best-scored of k rollouts is right.
 *
 * <pre>
 *  P(rank i is the top of k) = C(i-1, k-1)/C(n, k)
 *  a block of equal scores on ranks a..b:  ( C(b, k) - C(a-1, k) ) / C(n, k), spread evenly
 *  best_of@k = sum of weights times right
 * </pre>
 *
 * <p>Unbiased when k &lt;= n; empty when n &lt; k. Never above pass@k, equal to it when the score
 * is the verdict, and the mean at k = 1. Rollouts without a score rank below all others. Cost: one
 * step per rollout.
 *
 * @param k rollouts drawn, 1 or more
 */
public record BestOfK(int k) implements PromptMetric<Ranking> {

  public BestOfK {
    Expect.that(k >= 1, "k", k, "1 or more");
  }

  @Override
  public String name() {
    return "best_of@" + k;
  }

  @Override
  public OptionalDouble value(Ranking prompt) {
    int n = prompt.tally().rollouts();
    if (n < k) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(new BestOfCurve(List.of(k)).values(prompt)[0]);
  }

  /**
   * Expected top score of k rollouts, sum of weights times score: the unbiased expected maximum.
   * Absent when n &lt; k, or when k rollouts without any score can be drawn.
   */
  public OptionalDouble topScore(Ranking prompt) {
    int n = prompt.tally().rollouts();
    if (n < k || prompt.unscored().rollouts() >= k) {
      return OptionalDouble.empty();
    }
    List<Ranking.Block> blocks = prompt.blocks();
    double[][] below = BestOfCurve.chancesBelow(prompt, new int[] {k}, n);
    CompensatedSum sum = new CompensatedSum();
    for (int i = 0; i < blocks.size(); i++) {
      sum.add((below[i + 1][0] - below[i][0]) * blocks.get(i).score());
    }
    return OptionalDouble.of(sum.value());
  }
}
