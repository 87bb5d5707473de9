package org.galton.numerics;

import java.util.Arrays;

/**
 * Neumaier's compensated summation: the error is about one rounding of the result plus n eps^2 sum
 * |x|, against n eps sum |x| of a plain loop. The result still depends on the order of its terms in
 * the last digit; {@link #ofSorted} does not.
 */
public final class CompensatedSum {

  private double sum;
  private double correction;

  /** The sum of the values, the same bits for every order of them. The array is not changed. */
  public static double ofSorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    CompensatedSum total = new CompensatedSum();
    for (double value : sorted) {
      total.add(value);
    }
    return total.value();
  }

  /** The sum of the values in the order given. */
  public static double of(double... values) {
    CompensatedSum total = new CompensatedSum();
    for (double value : values) {
      total.add(value);
    }
    return total.value();
  }

  public void add(double term) {
    double next = sum + term;
    correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + correction;
  }
}
