package org.galton.scaling;

import java.util.function.DoubleUnaryOperator;

/** The minimum of a function with one valley, to half the digits of a double. */
final class GoldenSection {
  private static final double RATIO = (Math.sqrt(5) - 1) / 2;
  private static final double PRECISION = 1e-9;

  private GoldenSection() {}

  static double minimum(DoubleUnaryOperator function, double low, double high) {
    double left = high - RATIO * (high - low);
    double right = low + RATIO * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > PRECISION) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - RATIO * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + RATIO * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }
}
