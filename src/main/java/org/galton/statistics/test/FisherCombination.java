package org.galton.statistics.test;

import java.util.Arrays;
import org.galton.numerics.ChiSquare;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;

/**
 * Several independent tests of one hypothesis as one.
 *
 * <pre>  X = -2 sum ln p_i  ~  chi^2 with 2 G degrees of freedom under the hypothesis</pre>
 *
 * <p>Exact for continuous p-values, conservative for those of permutation tests, wrong for
 * dependent ones. One tiny p-value is enough: read {@link StoufferCombination} beside it. Absent
 * without p-values and where one is 0. Order-free. Cost: one sort.
 *
 * <p>Fisher, Statistical Methods for Research Workers, 1925.
 */
public final class FisherCombination {

  private FisherCombination() {}

  /** Of p-values in [0, 1]. */
  public static TestResult of(double[] pValues) {
    Expect.probabilities(pValues, "p-value");
    int tests = pValues.length;
    if (tests == 0) {
      return TestResult.absent(TestStatus.NO_VALUES, "0 p-values to combine", 0);
    }
    long zeros = Arrays.stream(pValues).filter(p -> p == 0).count();
    if (zeros > 0) {
      return TestResult.absent(
          TestStatus.INFINITE_SCORE,
          zeros + " of " + tests + " p-values are 0, whose logarithm is infinite",
          tests);
    }
    double half = -CompensatedSum.ofSorted(Arrays.stream(pValues).map(Math::log).toArray());
    // Adding 0.0 turns the -0.0 of p-values that are all 1 into 0.0.
    double statistic = 2 * half + 0.0;
    return TestResult.made(statistic, ChiSquare.upperTail(statistic, 2 * tests), tests);
  }
}
