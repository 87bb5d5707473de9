package org.galton.statistics;

/**
 * Sample quantiles of type 7: linear between order statistics, as R, NumPy and Spark have them
 * (Hyndman and Fan, 1996).
 */
final class Quantile {

  private Quantile() {}

  /** Of values in ascending order, one or more. */
  static double ofSorted(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
