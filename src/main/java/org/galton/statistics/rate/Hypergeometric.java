package org.galton.statistics.rate;

import org.galton.numerics.CompensatedSum;

/** Right rollouts among k drawn without replacement from n of which c are right. */
final class Hypergeometric {

  private final int lowest;
  private final double[] weights;
  private final double total;

  /**
   * Weights relative to the most probable count, by t_{j+1} = t_j (c-j)(k-j) / ((j+1)(n-c-k+j+1))
   * on both sides of it; divided by their own sum there is no factorial, no overflow, and what
   * underflows is negligible. Cost: min(c, k).
   */
  Hypergeometric(int n, int c, int k) {
    lowest = (int) Math.max(0L, (long) k + c - n);
    int highest = Math.min(c, k);
    weights = new double[highest - lowest + 1];
    long mode = ((long) k + 1) * ((long) c + 1) / ((long) n + 2);
    int start = (int) Math.max(lowest, Math.min(highest, mode));
    weights[start - lowest] = 1;
    for (int j = start; j < highest; j++) {
      weights[j + 1 - lowest] = weights[j - lowest] * step(n, c, k, j);
    }
    for (int j = start - 1; j >= lowest; j--) {
      weights[j - lowest] = weights[j + 1 - lowest] / step(n, c, k, j);
    }
    total = CompensatedSum.of(weights);
  }

  private static double step(int n, int c, int k, int j) {
    return ((double) c - j) * ((double) k - j) / ((j + 1.0) * ((double) n - c - k + j + 1));
  }

  /** Probability of m right ones or more; exactly 1 and 0 where it is certain. */
  double atLeast(int m) {
    int from = m - lowest;
    if (from <= 0) {
      return 1;
    }
    CompensatedSum tail = new CompensatedSum();
    for (int i = weights.length - 1; i >= from; i--) {
      tail.add(weights[i]);
    }
    return Math.min(1, tail.value() / total);
  }
}
