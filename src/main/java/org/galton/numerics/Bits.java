package org.galton.numerics;

/** Logarithms to base 2. */
public final class Bits {
  private static final double NATS = Math.log(2);

  private Bits() {}

  public static double log2(double value) {
    return Math.log(value) / NATS;
  }

  public static double ofNats(double nats) {
    return nats / NATS;
  }

  /** x log2 x, and 0 at 0. */
  public static double xlog2x(double x) {
    return x == 0 ? 0 : x * log2(x);
  }
}
