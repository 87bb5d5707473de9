package org.galton.statistics.test;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * q-values of several tests made together: to call every test with q &lt;= 0.05 a discovery is
 * wrong, in expectation, about at most one discovery in twenty.
 *
 * <pre>  q_(i) = min over j &gt;= i of min(1, p_(j) m / j),   p_(1) &lt;= … &lt;= p_(m)</pre>
 *
 * <p>Holds for independent tests and for positively dependent ones, such as several checkpoints
 * against one; {@link BenjaminiYekutieli} holds in general. A family of one keeps its p-value.
 * Tests that could not be made do not belong to the family. Cost: one sort.
 *
 * <p>Benjamini and Hochberg, Controlling the False Discovery Rate, Journal of the Royal Statistical
 * Society B 57, 1995.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /** The q-values of p-values in [0, 1], in their order. */
  public static double[] of(double[] pValues) {
    Expect.probabilities(pValues, "p-value");
    int tests = pValues.length;
    int[] descending =
        IntStream.range(0, tests)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer test) -> pValues[test]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[tests];
    double least = 1;
    for (int i = 0; i < tests; i++) {
      int rank = tests - i;
      least = Math.min(least, pValues[descending[i]] * tests / rank);
      adjusted[descending[i]] = least;
    }
    return adjusted;
  }
}
