package org.galton.information;

/**
 * Sample quantiles of type 7: linear between order statistics (Hyndman and Fan, 1996). Their place
 * is found in whole numbers: (n - 1) * (i / k) in floating point can miss the order statistic on
 * which it falls.
 */
final class Quantile {

  private Quantile() {}

  /** The part-th of the parts-quantiles, such as 1 of 2 for the median, of values in order. */
  static double ofSorted(double[] sorted, int part, int parts) {
    long place = (long) (sorted.length - 1) * part;
    int at = (int) (place / parts);
    double share = (double) (place % parts) / parts;
    return share == 0 ? sorted[at] : sorted[at] + share * (sorted[at + 1] - sorted[at]);
  }
}
