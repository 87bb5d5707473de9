package org.galton.emergence.diagnosis;

/**
 * Logarithms of probabilities from counts, where an estimator adds the same constant to each cell
 * of a table: the sum over k cells is a count plus k times the constant.
 */
final class SmoothedCounts {
  private static final int MOST_CELLS = 16;

  final int observations;
  final SmoothedLogarithms one;
  final SmoothedLogarithms two;
  final SmoothedLogarithms four;
  final SmoothedLogarithms eight;
  private final double[] totals = new double[MOST_CELLS + 1];
  private final double[] logarithms = new double[MOST_CELLS + 1];

  /**
   * @param smoothing added to each cell; 0 for the plug-in estimator
   */
  SmoothedCounts(int observations, double smoothing) {
    this.observations = observations;
    this.one = new SmoothedLogarithms(smoothing);
    this.two = new SmoothedLogarithms(2 * smoothing);
    this.four = new SmoothedLogarithms(4 * smoothing);
    this.eight = new SmoothedLogarithms(8 * smoothing);
    for (int cells = 1; cells <= MOST_CELLS; cells++) {
      totals[cells] = observations + cells * smoothing;
      logarithms[cells] = SmoothedLogarithms.log2(totals[cells]);
    }
  }

  /** Denominator of all probabilities of a table. */
  double total(int cells) {
    return totals[cells];
  }

  double logTotal(int cells) {
    return logarithms[cells];
  }

  /** From the sum over cells of count log2 count, less the same sums over either margin. */
  double information(double sum, int cells) {
    return Math.max(0, sum / totals[cells] + logarithms[cells]);
  }
}
