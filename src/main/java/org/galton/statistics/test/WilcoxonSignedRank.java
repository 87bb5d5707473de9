package org.galton.statistics.test;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.numerics.MidRanks;
import org.galton.statistics.Confidence;

/**
 * Are values that could as well have been negative mostly positive? The sum W+ of the ranks of the
 * positive values, by absolute value, against what it is when every sign is a fair coin.
 *
 * <p>Zeros are dropped and equal absolute values share the mean of their ranks. Below 50 values
 * without such ties the p-value is exact; else normal, with the correction for ties and 0.5 for
 * continuity:
 *
 * <pre>
 *  z = (W+ - n(n+1)/4 - 1/2) / sqrt( n(n+1)(2n+1)/24 - sum (t^3 - t)/48 ),   p = 1 - Phi(z)
 * </pre>
 *
 * <p>R's convention, but that R leaves the exact p-value as soon as a zero was dropped. One-sided.
 * Needs values symmetric around their median. Absent where all values are zero. Order-free. Cost:
 * one sort, and n^3 additions below 50 values.
 *
 * <p>Wilcoxon, Individual Comparisons by Ranking Methods, Biometrics Bulletin 1, 1945.
 */
public final class WilcoxonSignedRank {
  private static final int EXACT_BELOW = 50;

  private WilcoxonSignedRank() {}

  /** The test of a median above zero; the statistic is W+. */
  public static TestResult of(double[] values) {
    Expect.finite(values, "value");
    if (values.length == 0) {
      return TestResult.absent(TestStatus.NO_VALUES, "0 values to rank", 0);
    }
    double[] kept = Arrays.stream(values).filter(value -> value != 0).toArray();
    int n = kept.length;
    if (n == 0) {
      return TestResult.absent(
          TestStatus.ALL_ZERO, "all " + values.length + " values are 0", values.length);
    }
    double[] sizes = Arrays.stream(kept).map(Math::abs).toArray();
    double[] ranks = MidRanks.of(sizes);
    Arrays.sort(sizes);
    double positive = 0;
    for (int i = 0; i < n; i++) {
      positive += kept[i] > 0 ? ranks[i] : 0;
    }
    double ties = ties(sizes);
    double p = n < EXACT_BELOW && ties == 0 ? exact(n, (int) positive) : normal(n, positive, ties);
    return TestResult.made(positive, p, n);
  }

  /** sum t^3 - t over the sizes t of groups of equal values. */
  private static double ties(double[] sizes) {
    double sum = 0;
    int from = 0;
    for (int i = 1; i <= sizes.length; i++) {
      if (i == sizes.length || sizes[i] != sizes[from]) {
        double t = i - from;
        sum += t * t * t - t;
        from = i;
      }
    }
    return sum;
  }

  /** The share of the 2^n sets of ranks whose sum is no smaller; below 2^53, so exact. */
  private static double exact(int n, int sum) {
    double[] sets = new double[n * (n + 1) / 2 + 1];
    sets[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int total = sets.length - 1; total >= rank; total--) {
        sets[total] += sets[total - rank];
      }
    }
    return Arrays.stream(sets, sum, sets.length).sum() / Math.scalb(1.0, n);
  }

  private static double normal(double n, double sum, double ties) {
    double variance = n * (n + 1) * (2 * n + 1) / 24 - ties / 48;
    return Confidence.normalUpperTail((sum - n * (n + 1) / 4 - 0.5) / Math.sqrt(variance));
  }
}
