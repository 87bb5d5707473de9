package org.galton.information;

import org.galton.numerics.Bits;

/**
 * From counts to entropy and mutual information. With n observations in m cells (all of the table,
 * observed or not):
 *
 * <ul>
 *   <li>{@link #PLUG_IN}: p = count / n. Entropy is biased low by about (m - 1) / (2 n ln 2) bits,
 *       information high by about (m_A - 1)(m_B - 1) / (2 n ln 2).
 *   <li>{@link #JEFFREYS}: p = (count + 1/2) / (n + m/2). Less variance, pulled to independence:
 *       with 64 observations of an exclusive or it gives 0.69 of its 1 bit.
 *   <li>{@link #MILLER_MADOW}: the plug-in value plus the first order of its bias, with observed
 *       cells for m. Information may be negative. It has no table of probabilities.
 *   <li>{@link #JAMES_STEIN}: shrinks to uniform, p = l / m + (1 - l) count / n, with l = (1 - sum
 *       q^2) / ((n - 1) sum (1/m - q)^2), q = count / n, at most 1.
 * </ul>
 *
 * <p>All terms about one {@link CountTable} come from one table of probabilities over all its
 * cells: group it first where other variables should not count. Cost: one pass over the cells.
 *
 * <p>Miller, Note on the bias of information estimates, 1955. Hausser and Strimmer, Entropy
 * inference and the James-Stein estimator, Journal of Machine Learning Research 10, 2009.
 */
public enum DiscreteEstimator {
  PLUG_IN,
  JEFFREYS,
  MILLER_MADOW,
  JAMES_STEIN;

  /**
   * The probabilities behind every figure about these counts.
   *
   * @throws IllegalArgumentException for {@link #MILLER_MADOW}, which has none
   */
  public JointTable probabilities(CountTable counts) {
    return switch (this) {
      case PLUG_IN -> blended(counts, 0);
      case JEFFREYS -> {
        double added = 0.5 * counts.cells();
        yield blended(counts, added / (counts.observations() + added));
      }
      case JAMES_STEIN -> blended(counts, shrinkage(counts));
      case MILLER_MADOW ->
          throw new IllegalArgumentException(
              "Invalid estimator MILLER_MADOW: expected one with a table of probabilities, such as"
                  + " JEFFREYS");
    };
  }

  /** Entropy of these variables together. */
  public double entropy(CountTable counts, int... axes) {
    if (this == MILLER_MADOW) {
      return PLUG_IN.entropy(counts, axes) + firstOrder(counts, counts.occupied(axes) - 1);
    }
    return probabilities(counts).entropy(axes);
  }

  /** Mutual information of two groups of variables. */
  public double information(CountTable counts, int[] a, int[] b) {
    if (this == MILLER_MADOW) {
      CountTable both = counts.grouped(a, b);
      int cells = both.occupied(0) + both.occupied(1) - both.occupied(0, 1) - 1;
      return PLUG_IN.information(counts, a, b) + firstOrder(counts, cells);
    }
    return probabilities(counts).information(a, b);
  }

  private static double firstOrder(CountTable counts, int cells) {
    return Bits.ofNats(cells / (2.0 * counts.observations()));
  }

  private static JointTable blended(CountTable counts, double uniform) {
    double[] cells = new double[counts.cells()];
    for (int cell = 0; cell < cells.length; cell++) {
      double share = (double) counts.count(cell) / counts.observations();
      cells[cell] = uniform / cells.length + (1 - uniform) * share;
    }
    return new JointTable(counts.shape(), cells);
  }

  private static double shrinkage(CountTable counts) {
    double squares = 0;
    double distance = 0;
    for (int cell = 0; cell < counts.cells(); cell++) {
      double share = (double) counts.count(cell) / counts.observations();
      squares += share * share;
      distance += (1.0 / counts.cells() - share) * (1.0 / counts.cells() - share);
    }
    double most = (counts.observations() - 1) * distance;
    return 1 - squares >= most ? 1 : (1 - squares) / most;
  }
}
