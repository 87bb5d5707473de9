package org.galton.statistics.regression;

import java.util.OptionalInt;

/**
 * Columns as orthonormal ones, X = Q R, by modified Gram-Schmidt, each column twice. A regression
 * on Q does not lose digits to terms of different scales or with large means.
 */
final class Orthogonal {
  private static final double LEAST_SHARE = 1e-10;

  private final double[][] rows;
  private final double[][] upper;
  private final int dependent;

  /**
   * @param matrix rows, at least as many as columns
   */
  Orthogonal(double[][] matrix) {
    int columns = matrix[0].length;
    rows = new double[matrix.length][columns];
    upper = new double[columns][columns];
    int found = -1;
    for (int j = 0; j < columns && found < 0; j++) {
      double whole = 0;
      for (int i = 0; i < rows.length; i++) {
        rows[i][j] = matrix[i][j];
        whole += matrix[i][j] * matrix[i][j];
      }
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < j; k++) {
          removeColumn(k, j);
        }
      }
      double rest = Math.sqrt(product(j, j));
      found = rest > LEAST_SHARE * Math.sqrt(whole) ? -1 : j;
      upper[j][j] = rest;
      for (double[] row : rows) {
        row[j] /= rest;
      }
    }
    dependent = found;
  }

  /** The first column that those before it explain; then there is nothing else to be read. */
  OptionalInt dependent() {
    return dependent < 0 ? OptionalInt.empty() : OptionalInt.of(dependent);
  }

  double[][] rows() {
    return rows;
  }

  /** R^-1, upper triangular. */
  double[][] inverseUpper() {
    int n = upper.length;
    double[][] inverse = new double[n][n];
    for (int j = 0; j < n; j++) {
      inverse[j][j] = 1 / upper[j][j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += upper[i][k] * inverse[k][j];
        }
        inverse[i][j] = -sum / upper[i][i];
      }
    }
    return inverse;
  }

  private void removeColumn(int from, int column) {
    double share = product(from, column);
    upper[from][column] += share;
    for (double[] row : rows) {
      row[column] -= share * row[from];
    }
  }

  private double product(int a, int b) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[a] * row[b];
    }
    return sum;
  }
}
