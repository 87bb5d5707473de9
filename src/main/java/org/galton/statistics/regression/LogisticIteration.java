package org.galton.statistics.regression;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;
import org.galton.numerics.Logistic;

/** Newton's method on orthonormal columns, and what the likelihood is like where it stopped. */
final class LogisticIteration {
  private static final int MOST_STEPS = 100;
  private static final int MOST_HALVINGS = 40;
  private static final double CONVERGED = 1e-12;
  private static final double SYMMETRY = 1e-12;
  private static final double LEAST_PIVOT = 1e-14;

  private final double[][] columns;
  private final RegressionRow[] rows;
  private final double meanWeight;
  private double[] coefficients;
  private double logLikelihood;
  private boolean converged;
  private int steps;

  private LogisticIteration(double[][] columns, RegressionRow[] rows) {
    this.columns = columns;
    this.rows = rows;
    meanWeight = meanWeight(rows);
    coefficients = new double[columns[0].length];
    logLikelihood = logLikelihoodAt(coefficients);
  }

  static LogisticIteration of(double[][] columns, RegressionRow[] rows) {
    LogisticIteration iteration = new LogisticIteration(columns, rows);
    boolean moving = true;
    while (moving && !iteration.converged && iteration.steps < MOST_STEPS) {
      moving = iteration.step();
    }
    return iteration;
  }

  boolean converged() {
    return converged;
  }

  int steps() {
    return steps;
  }

  double[] coefficients() {
    return coefficients.clone();
  }

  double logLikelihood() {
    return logLikelihood * meanWeight;
  }

  double largestLogit() {
    double largest = 0;
    for (int i = 0; i < rows.length; i++) {
      largest = Math.max(largest, Math.abs(logit(coefficients, i)));
    }
    return largest;
  }

  /** Of the weights as given. */
  RealMatrix inverseInformation() {
    return decomposed().getSolver().getInverse().scalarMultiply(1 / meanWeight);
  }

  /** sum w^2 (y - p)^2 x x', of the weights as given. */
  RealMatrix squaredScores() {
    double[][] sum = new double[coefficients.length][coefficients.length];
    for (int i = 0; i < rows.length; i++) {
      double score = rows[i].weight() * residual(i);
      addSquare(sum, columns[i], score * score);
    }
    return new Array2DRowRealMatrix(sum, false);
  }

  /** False where the likelihood is too flat to go anywhere. */
  private boolean step() {
    double[] gradient = new double[coefficients.length];
    for (int i = 0; i < rows.length; i++) {
      double score = weight(i) * residual(i);
      for (int j = 0; j < gradient.length; j++) {
        gradient[j] += score * columns[i][j];
      }
    }
    double[] move;
    try {
      move = decomposed().getSolver().solve(new ArrayRealVector(gradient, false)).toArray();
    } catch (NonPositiveDefiniteMatrixException flat) {
      return false;
    }
    steps++;
    converged = largest(move) <= CONVERGED * Math.max(1, largest(coefficients));
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = new double[move.length];
      for (int j = 0; j < next.length; j++) {
        next[j] = coefficients[j] + Math.scalb(move[j], -halving);
      }
      double reached = logLikelihoodAt(next);
      // A converged step moves the likelihood by less than its rounding.
      if (converged || reached >= logLikelihood - CONVERGED * Math.abs(logLikelihood)) {
        coefficients = next;
        logLikelihood = reached;
        return true;
      }
    }
    return false;
  }

  private CholeskyDecomposition decomposed() {
    double[][] information = new double[coefficients.length][coefficients.length];
    for (int i = 0; i < rows.length; i++) {
      double logit = logit(coefficients, i);
      double spread = Logistic.probability(logit) * Logistic.probability(-logit);
      addSquare(information, columns[i], weight(i) * spread);
    }
    return new CholeskyDecomposition(
        new Array2DRowRealMatrix(information, false), SYMMETRY, LEAST_PIVOT);
  }

  private double logLikelihoodAt(double[] point) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      double logit = logit(point, i);
      sum += weight(i) * Logistic.logProbability(rows[i].success() ? logit : -logit);
    }
    return sum;
  }

  /** y - p, with all its digits. */
  private double residual(int i) {
    double logit = logit(coefficients, i);
    return rows[i].success() ? Logistic.probability(-logit) : -Logistic.probability(logit);
  }

  private double logit(double[] point, int i) {
    double sum = 0;
    for (int j = 0; j < point.length; j++) {
      sum += point[j] * columns[i][j];
    }
    return sum;
  }

  /** With mean 1, so that pivots are comparable. */
  private double weight(int i) {
    return rows[i].weight() / meanWeight;
  }

  private static double meanWeight(RegressionRow[] rows) {
    double sum = 0;
    for (RegressionRow row : rows) {
      sum += row.weight();
    }
    return sum / rows.length;
  }

  /** The product of two columns comes first, so that the sum is symmetric to the last bit. */
  private static void addSquare(double[][] sum, double[] column, double factor) {
    for (int j = 0; j < column.length; j++) {
      for (int k = 0; k < column.length; k++) {
        sum[j][k] += factor * (column[j] * column[k]);
      }
    }
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
