package org.galton.information;

import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Whether three or more variables share more than they complete: above 0 where redundancy prevails,
 * below 0 where synergy does, in bits.
 *
 * <pre>  (n - 2) H(X) + sum_i [H(X_i) - H(X without X_i)]</pre>
 *
 * <p>Symmetric: no variable is the target. 0 for independent variables, and for any two. Between (2
 * - n) and (n - 2) times log2 of the largest alphabet.
 *
 * <p>Rosas, Mediano, Gastpar and Jensen, Quantifying high-order interdependencies via multivariate
 * extensions of the mutual information, Physical Review E 100, 2019.
 */
public final class OInformation {

  private OInformation() {}

  /** Of all variables of a table, two or more. */
  public static double of(JointTable table) {
    int n = table.axes();
    Expect.that(n >= 2, "number of variables", n, "2 or more");
    int[] all = IntStream.range(0, n).toArray();
    double sum = (n - 2) * table.entropy(all);
    for (int axis : all) {
      int[] others = IntStream.of(all).filter(other -> other != axis).toArray();
      sum += table.entropy(axis) - table.entropy(others);
    }
    return sum;
  }
}
