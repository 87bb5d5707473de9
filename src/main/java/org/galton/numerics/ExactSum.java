package org.galton.numerics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A sum of doubles without a rounding until it is read: the same bits for every order of its terms,
 * and for every way to add parts of it up. It is kept as a few doubles that do not overlap and
 * whose exact sum it is. Cost: a handful of additions a term.
 *
 * <p>Shewchuk, Adaptive Precision Floating-Point Arithmetic, Discrete and Computational Geometry
 * 18, 1997.
 */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] NONE = {};

  /** By growing size, without zeros. */
  private double[] parts = NONE;

  private int size;

  /**
   * @throws IllegalArgumentException when the term, or the sum, is not finite
   */
  public ExactSum add(double term) {
    int kept = 0;
    double carried = term;
    for (int i = 0; i < size; i++) {
      double part = parts[i];
      double sum = carried + part;
      double virtual = sum - carried;
      double error = (carried - (sum - virtual)) + (part - virtual);
      if (error != 0) {
        parts[kept++] = error;
      }
      carried = sum;
    }
    Expect.that(Double.isFinite(carried), "term of a sum", term, "finite, as the sum");
    size = kept;
    if (carried != 0) {
      if (size == parts.length) {
        parts = Arrays.copyOf(parts, 2 * size + 1);
      }
      parts[size++] = carried;
    }
    return this;
  }

  public ExactSum add(ExactSum other) {
    for (int i = 0; i < other.size; i++) {
      add(other.parts[i]);
    }
    return this;
  }

  /** Rounded once. */
  public double value() {
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < size; i++) {
      sum = sum.add(new BigDecimal(parts[i]));
    }
    return sum.doubleValue();
  }
}
