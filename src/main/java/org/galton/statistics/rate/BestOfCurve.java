package org.galton.statistics.rate;

import java.util.Arrays;
import java.util.List;
import org.galton.numerics.Expect;
import org.galton.statistics.Tally;

/**
 * best_of@k: the probability that the best-scored of k rollouts is right; for several k in one pass
 * over a prompt's ranking.
 *
 * <pre>
 *  P(rank i is the top of k) = C(i-1, k-1)/C(n, k)
 *  a block of equal scores on ranks a..b:  ( C(b, k) - C(a-1, k) ) / C(n, k), spread evenly
 *  best_of@k = sum of weights times right
 * </pre>
 *
 * <p>Unbiased when k &lt;= n; absent when n &lt; k. Never above pass@k, equal to it when the score
 * is the verdict, and the mean at k = 1. Rollouts without a score rank below all others.
 *
 * <p>The chances of all k go down the ranks together: no step of one waits for that of another.
 * Cost: ranks times k.
 *
 * @param ks rollouts drawn, each 1 or more, ascending
 */
public record BestOfCurve(List<Integer> ks) {

  public BestOfCurve {
    ks = List.copyOf(ks);
    int last = 1;
    for (int k : ks) {
      Expect.that(k >= last, "ks", ks, "1 or more, ascending");
      last = k;
    }
  }

  /** For the first of the ks, as many as are not above n, in their order. */
  public double[] values(Ranking prompt) {
    int n = prompt.tally().rollouts();
    int[] reached = ks.stream().mapToInt(Integer::intValue).takeWhile(k -> k <= n).toArray();
    int many = reached.length;
    double[][] below = chancesBelow(prompt, reached, n);
    double[] sums = new double[many];
    double[] corrections = new double[many];
    add(below[0], share(prompt.unscored()), sums, corrections);
    double[] terms = new double[many];
    List<Ranking.Block> blocks = prompt.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      for (int j = 0; j < many; j++) {
        terms[j] = below[i + 1][j] - below[i][j];
      }
      add(terms, share(blocks.get(i).rollouts()), sums, corrections);
    }
    for (int j = 0; j < many; j++) {
      sums[j] += corrections[j];
    }
    return sums;
  }

  /** Neumaier's step for every k, as {@link org.galton.numerics.CompensatedSum} takes it. */
  private static void add(double[] weights, double share, double[] sums, double[] corrections) {
    for (int j = 0; j < sums.length; j++) {
      double term = weights[j] * share;
      double sum = sums[j];
      double next = sum + term;
      corrections[j] += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
      sums[j] = next;
    }
  }

  /** By block and k: C(r, k)/C(n, k) for r = the rollouts without a score, then with each block. */
  private static double[][] chancesBelow(Ranking prompt, int[] ks, int n) {
    List<Ranking.Block> blocks = prompt.blocks();
    double[][] below = new double[blocks.size() + 1][];
    double[] chance = new double[ks.length];
    Arrays.fill(chance, 1);
    int rank = n;
    for (int i = blocks.size(); i >= 1; i--) {
      below[i] = chance.clone();
      for (int left = blocks.get(i - 1).rollouts().rollouts(); left > 0; left--) {
        for (int j = 0; j < ks.length; j++) {
          chance[j] *= Math.max(0, rank - ks[j]) / (double) rank;
        }
        rank--;
      }
    }
    below[0] = chance;
    return below;
  }

  private static double share(Tally tally) {
    return tally.rollouts() == 0 ? 0 : (double) tally.correct() / tally.rollouts();
  }
}
