package org.galton.numerics;

/**
 * Sample quantiles of type 7: linear between order statistics, as R, NumPy and Spark have them
 * (Hyndman and Fan, 1996). Values are in ascending order, one or more.
 */
public final class Quantile {

  private Quantile() {}

  /** The quantile of a probability from 0 to 1, at place (n - 1) probability, counted from 0. */
  public static double ofSorted(double[] sorted, double probability) {
    double place = (sorted.length - 1) * probability;
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The part-th of the parts-quantiles, such as 1 of 2 for the median. Its place is found in whole
   * numbers: (n - 1) (part / parts) in floating point can miss the order statistic on which it
   * falls.
   */
  public static double ofSorted(double[] sorted, int part, int parts) {
    long place = (long) (sorted.length - 1) * part;
    int at = (int) (place / parts);
    double share = (double) (place % parts) / parts;
    return share == 0 ? sorted[at] : sorted[at] + share * (sorted[at + 1] - sorted[at]);
  }
}
