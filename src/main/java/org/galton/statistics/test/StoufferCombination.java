package org.galton.statistics.test;

import java.util.Arrays;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;

/**
 * Several independent one-sided tests of one hypothesis as one, by their normal scores.
 *
 * <pre>  z = sum Phi^-1(1 - p_i) / sqrt G,   p = 1 - Phi(z)</pre>
 *
 * <p>Unlike {@link FisherCombination} it weighs evidence for and against alike. A p-value of 0 or 1
 * has no finite score, so the combination is absent where there is one. A permutation test with B
 * surrogates reaches 1, standing for everything above B / (B + 1); {@link #withHighest} counts it
 * as the middle of that range. Order-free. Cost: one sort.
 *
 * <p>Stouffer and others, The American Soldier, volume 1, 1949.
 */
public final class StoufferCombination {

  private final double highest;

  private StoufferCombination(double highest) {
    this.highest = highest;
  }

  /** p-values as they are. */
  public static StoufferCombination withDefaults() {
    return new StoufferCombination(1);
  }

  /**
   * p-values above this one count as this one: 1 - 1 / (2 (B + 1)) for permutation tests with B
   * surrogates.
   */
  public StoufferCombination withHighest(double pValue) {
    Expect.that(pValue > 0 && pValue <= 1, "highest p-value", pValue, "above 0, at most 1");
    return new StoufferCombination(pValue);
  }

  /** Of p-values in [0, 1]. */
  public TestResult of(double[] pValues) {
    Expect.probabilities(pValues, "p-value");
    int tests = pValues.length;
    if (tests == 0) {
      return TestResult.absent(TestStatus.NO_VALUES, "0 p-values to combine", 0);
    }
    double[] scores =
        Arrays.stream(pValues).map(p -> -Confidence.score(Math.min(p, highest))).toArray();
    long infinite = Arrays.stream(scores).filter(score -> !Double.isFinite(score)).count();
    if (infinite > 0) {
      return TestResult.absent(
          TestStatus.INFINITE_SCORE,
          infinite
              + " of "
              + tests
              + " p-values are so close to 0 or 1 that their normal score is"
              + " infinite",
          tests);
    }
    double z = CompensatedSum.ofSorted(scores) / Math.sqrt(tests) + 0.0;
    return TestResult.made(z, Confidence.normalUpperTail(z), tests);
  }
}
