package org.galton.emergence.diagnosis;

import org.galton.numerics.Bits;

/**
 * Logarithms to base 2 of count + a, for a fixed a and counts of 0 to 64: sums over cells of a
 * table need no others. 0 at 0.
 */
final class SmoothedLogarithms {
  private static final int COUNTS = Long.SIZE + 1;

  /** (count + a) log2(count + a). */
  final double[] weighted = new double[COUNTS];

  /** log2(count + a). */
  final double[] plain = new double[COUNTS];

  final double added;

  SmoothedLogarithms(double added) {
    this.added = added;
    for (int count = 0; count < COUNTS; count++) {
      double x = count + added;
      plain[count] = log2(x);
      weighted[count] = x * plain[count];
    }
  }

  static double log2(double x) {
    return x == 0 ? 0 : Bits.log2(x);
  }
}
