package org.galton.scaling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Starts for the search: the best local minima of the sum of squares on a grid over the whole box.
 *
 * <p>Minima, not the best cells: the best cells tend to lie in one valley side by side. The powers
 * are formed once per exponent, for (C_mid/C)^B is a product of one that knows C and one that knows
 * C_mid.
 */
record StartGrid(int exponents, int midpoints, int starts) {
  private static final double LARGEST_LOG = 700;
  private static final double LARGEST = 1e300;

  /** Fine enough to see every basin that a descent must start in. */
  static StartGrid withDefaults() {
    return new StartGrid(28, 56, 8);
  }

  /** Best first. */
  List<CurveShape> of(Sample sample, Box box, Ends ends) {
    double[][] squares = squares(sample, box, ends);
    record Cell(int exponent, int midpoint, double squares) {}
    List<Cell> minima = new ArrayList<>();
    for (int i = 0; i < exponents; i++) {
      for (int j = 0; j < midpoints; j++) {
        if (isMinimum(squares, i, j)) {
          minima.add(new Cell(i, j, squares[i][j]));
        }
      }
    }
    return minima.stream()
        .sorted(Comparator.comparingDouble(Cell::squares))
        .limit(starts)
        .map(cell -> new CurveShape(exponent(box, cell.exponent()), midpoint(box, cell.midpoint())))
        .toList();
  }

  private double exponent(Box box, int i) {
    return new EvenPlaces(box.minExponent(), box.maxExponent(), exponents).at(i);
  }

  private double midpoint(Box box, int j) {
    return new EvenPlaces(box.minMidpoint(), box.maxMidpoint(), midpoints).at(j);
  }

  private double[][] squares(Sample sample, Box box, Ends ends) {
    double[][] squares = new double[exponents][midpoints];
    double center = (sample.first() + sample.last()) / 2;
    double[] powers = new double[sample.size()];
    double[] f = new double[sample.size()];
    double[] g = new double[sample.size()];
    for (int i = 0; i < exponents; i++) {
      double exponent = Math.exp(exponent(box, i));
      for (int p = 0; p < powers.length; p++) {
        powers[p] = power(exponent * (center - sample.logCompute()[p]));
      }
      for (int j = 0; j < midpoints; j++) {
        double power = power(exponent * (midpoint(box, j) - center));
        for (int p = 0; p < powers.length; p++) {
          double odds = Math.min(LARGEST, power * powers[p]);
          f[p] = 1 / (1 + odds);
          g[p] = odds * f[p];
        }
        ShapeSums sums = ShapeSums.of(sample, f, g);
        Ends.Levels best = ends.solve(sums);
        squares[i][j] = sums.squares(best.start(), best.end());
      }
    }
    return squares;
  }

  private static double power(double log) {
    return Math.exp(Math.max(-LARGEST_LOG, Math.min(LARGEST_LOG, log)));
  }

  /** No neighbour is lower, and none before it is as low. */
  private boolean isMinimum(double[][] squares, int i, int j) {
    for (int a = Math.max(0, i - 1); a <= Math.min(exponents - 1, i + 1); a++) {
      for (int b = Math.max(0, j - 1); b <= Math.min(midpoints - 1, j + 1); b++) {
        boolean before = a < i || (a == i && b < j);
        double other = squares[a][b];
        if (other < squares[i][j] || (before && other == squares[i][j])) {
          return false;
        }
      }
    }
    return true;
  }
}
