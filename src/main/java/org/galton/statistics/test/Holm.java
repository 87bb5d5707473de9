package org.galton.statistics.test;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Adjusted p-values of several tests made together: to call every test with an adjusted p &lt;=
 * 0.05 true makes any mistake at all with probability 0.05 at most, however the tests depend on
 * each other.
 *
 * <pre>  a_(i) = max over j &lt;= i of min(1, (m - j + 1) p_(j)),   p_(1) &lt;= … &lt;= p_(m)</pre>
 *
 * <p>Cost: one sort.
 *
 * <p>Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scandinavian Journal of
 * Statistics 6, 1979.
 */
public final class Holm {

  private Holm() {}

  /** The adjusted p-values of p-values in [0, 1], in their order. */
  public static double[] of(double[] pValues) {
    Expect.probabilities(pValues, "p-value");
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(test -> pValues[test]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[pValues.length];
    double most = 0;
    for (int i = 0; i < ascending.length; i++) {
      most = Math.max(most, Math.min(1, (ascending.length - i) * pValues[ascending[i]]));
      adjusted[ascending[i]] = most;
    }
    return adjusted;
  }
}
