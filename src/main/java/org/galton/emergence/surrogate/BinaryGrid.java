package org.galton.emergence.surrogate;

/**
 * Multiples of a power of two, 2^-40 of the largest value. Sums and residuals that are equal but
 * for rounding fall on one point: otherwise a tie at the edge of a bin would be split by the order
 * in which a sum was made. Whole numbers stay as they are.
 */
final class BinaryGrid {
  private static final int DIGITS = 40;

  private final double scale;

  private BinaryGrid(double scale) {
    this.scale = scale;
  }

  /** For values of at most this size. */
  static BinaryGrid of(double largest) {
    int exponent = Math.max(Math.getExponent(largest), Double.MIN_EXPONENT + DIGITS);
    return new BinaryGrid(Math.scalb(1.0, DIGITS - exponent));
  }

  double nearest(double value) {
    return Math.rint(value * scale) / scale;
  }
}
