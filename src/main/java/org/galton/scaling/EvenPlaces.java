package org.galton.scaling;

import java.util.function.DoubleUnaryOperator;

/**
 * Numbers at even distances, both ends included.
 *
 * @param number of places, 2 or more
 */
record EvenPlaces(double low, double high, int number) {

  /** The i-th place, counted from 0. */
  double at(int i) {
    return low + (high - low) * i / (number - 1);
  }

  /** Where a function is smallest between a place's neighbours, by {@link GoldenSection}. */
  double minimumAround(int i, DoubleUnaryOperator function) {
    return GoldenSection.minimum(function, at(Math.max(0, i - 1)), at(Math.min(number - 1, i + 1)));
  }
}
