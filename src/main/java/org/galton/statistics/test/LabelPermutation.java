package org.galton.statistics.test;

import java.util.stream.IntStream;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Moments;

/**
 * Do two conditions differ in their mean? Their difference against those after dealing the labels
 * of the conditions anew.
 *
 * <pre>
 *  d = mean(first) - mean(second),   p = (1 + number of |d_b| &gt;= |d|) / (1 + replicates)
 * </pre>
 *
 * <p>Two-sided, never 0. Exact at any size where the values would be exchangeable without a
 * difference; unequal spread with unequal sizes is not covered. Equal up to 1e-12 of the largest
 * value counts as reached. The same bits for every order of the values, and the same p-value with
 * the conditions swapped. Absent where a condition has no values. Cost: replicates times the size
 * of the smaller condition.
 *
 * <p>Phipson and Smyth, Permutation p-values should never be zero, Statistical Applications in
 * Genetics and Molecular Biology 9, 2010.
 */
public final class LabelPermutation {
  private static final double ROUNDING = 1e-12;

  private final int replicates;
  private final long seed;

  private LabelPermutation(int replicates, long seed) {
    Expect.that(replicates >= 1, "replicates", replicates, "1 or more");
    this.replicates = replicates;
    this.seed = seed;
  }

  /** 9,999 replicates, seed 42. */
  public static LabelPermutation withDefaults() {
    return new LabelPermutation(9_999, 42);
  }

  public LabelPermutation withReplicates(int number) {
    return new LabelPermutation(number, seed);
  }

  public LabelPermutation withSeed(long option) {
    return new LabelPermutation(replicates, option);
  }

  /**
   * The statistic is the difference of the means.
   *
   * @param comparison its name, which with the seed fixes the draws
   * @param first one value per unit of the first condition
   * @param second one value per unit of the second condition
   */
  public TestResult of(String comparison, double[] first, double[] second) {
    Expect.finite(first, "value of the first condition");
    Expect.finite(second, "value of the second condition");
    int units = first.length + second.length;
    if (first.length == 0 || second.length == 0) {
      return TestResult.absent(
          TestStatus.NO_VALUES,
          first.length + " values in the first condition and " + second.length + " in the second",
          units);
    }
    double difference = Moments.mean(first) - Moments.mean(second);
    double[] pooled =
        IntStream.range(0, units)
            .mapToDouble(i -> i < first.length ? first[i] : second[i - first.length])
            .sorted()
            .toArray();
    int reached = reached(comparison, pooled, Math.min(first.length, second.length), difference);
    return TestResult.made(difference, (1.0 + reached) / (1.0 + replicates), units);
  }

  private int reached(String comparison, double[] pooled, int smaller, double difference) {
    double total = CompensatedSum.of(pooled);
    double largest = Math.max(Math.abs(pooled[0]), Math.abs(pooled[pooled.length - 1]));
    double least = Math.abs(difference) - ROUNDING * largest;
    SplitMix64 random = SplitMix64.named(seed, comparison);
    double[] dealt = pooled.clone();
    int reached = 0;
    for (int b = 0; b < replicates; b++) {
      double sum = 0;
      for (int i = 0; i < smaller; i++) {
        int drawn = i + random.nextInt(dealt.length - i);
        double value = dealt[drawn];
        dealt[drawn] = dealt[i];
        dealt[i] = value;
        sum += value;
      }
      double rest = (total - sum) / (dealt.length - smaller);
      reached += Math.abs(sum / smaller - rest) >= least ? 1 : 0;
    }
    return reached;
  }
}
