package org.galton.task.judge.text;

import java.util.Arrays;

/**
 * The one-to-one assignment of columns to rows with the largest sum, by the Hungarian method with
 * potentials, in time O(rows² · columns). Source: Kuhn (1955), Naval Research Logistics Quarterly
 * 2, 83-97.
 */
final class SpanAlignment {
  private SpanAlignment() {}

  /** The largest sum; rectangular matrices leave the surplus unassigned. Weights are 0 or more. */
  static double best(double[][] weights) {
    if (weights.length == 0 || weights[0].length == 0) {
      return 0;
    }
    if (weights.length > weights[0].length) {
      return best(transposed(weights));
    }
    int rows = weights.length;
    int columns = weights[0].length;
    double[] ofRow = new double[rows + 1];
    double[] ofColumn = new double[columns + 1];
    int[] rowOf = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      rowOf[0] = row;
      augment(weights, ofRow, ofColumn, rowOf);
    }
    double sum = 0;
    for (int column = 1; column <= columns; column++) {
      sum += rowOf[column] == 0 ? 0 : weights[rowOf[column] - 1][column - 1];
    }
    return sum;
  }

  /** Gives the row of column 0 a column, and others another one where that is better. */
  private static void augment(double[][] weights, double[] ofRow, double[] ofColumn, int[] rowOf) {
    double[] slack = new double[ofColumn.length];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    int[] before = new int[ofColumn.length];
    boolean[] seen = new boolean[ofColumn.length];
    int at = 0;
    while (rowOf[at] != 0) {
      seen[at] = true;
      int row = rowOf[at];
      int next = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int column = 1; column < slack.length; column++) {
        if (!seen[column]) {
          double cost = -weights[row - 1][column - 1] - ofRow[row] - ofColumn[column];
          if (cost < slack[column]) {
            slack[column] = cost;
            before[column] = at;
          }
          if (slack[column] < step) {
            step = slack[column];
            next = column;
          }
        }
      }
      for (int column = 0; column < slack.length; column++) {
        if (seen[column]) {
          ofRow[rowOf[column]] += step;
          ofColumn[column] -= step;
        } else {
          slack[column] -= step;
        }
      }
      at = next;
    }
    while (at != 0) {
      rowOf[at] = rowOf[before[at]];
      at = before[at];
    }
  }

  private static double[][] transposed(double[][] weights) {
    double[][] turned = new double[weights[0].length][weights.length];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < weights[row].length; column++) {
        turned[column][row] = weights[row][column];
      }
    }
    return turned;
  }
}
