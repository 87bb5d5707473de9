package org.galton.information;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;
import org.galton.numerics.Bits;
import org.galton.numerics.Expect;

/**
 * Mutual information of variables that are Gaussian together, of n observations.
 *
 * <pre>  I = 1/2 log2 (|Sx| |Sy| / |Sxy|) - [b(dx) + b(dy) - b(dx + dy)] / ln 2,
 *  b(d) = 1/2 [d ln(2 / (n-1)) + sum_{k=1..d} psi((n-k) / 2)] nats</pre>
 *
 * <p>S: sample covariances (n - 1). The corrected value has no bias for Gaussian data and may be
 * negative; without correction it is biased high. Sees linear dependence only. Invariant to shifts
 * and scales of a column. Cost: n times the square of the columns.
 *
 * <p>Ahmed and Gokhale, Entropy expressions and their estimators for multivariate distributions,
 * IEEE Transactions on Information Theory 35, 1989. Misra, Singh and Demchuk, Estimation of the
 * entropy of a multivariate normal distribution, Journal of Multivariate Analysis 92, 2005.
 *
 * @param correction of the bias of sample covariances
 */
public record GaussianInformation(BiasCorrection correction) implements ContinuousEstimator {
  private static final double DEPENDENT = 1e-12;

  /** What becomes of the bias. */
  public enum BiasCorrection {
    NONE,
    /** The expectation of the log-determinant of a Wishart matrix is taken off. */
    WISHART
  }

  /** Corrected. */
  public static GaussianInformation withDefaults() {
    return new GaussianInformation(BiasCorrection.WISHART);
  }

  public GaussianInformation with(BiasCorrection option) {
    return new GaussianInformation(option);
  }

  @Override
  public int leastObservations(int columns) {
    return columns + 2;
  }

  @Override
  public double information(double[][] x, double[][] y) {
    double[][] all = SampleMatrix.checked(x, y, this);
    double[][] correlations = correlations(all);
    int n = all[0].length;
    double nats =
        logDeterminant(correlations, 0, x.length)
            + logDeterminant(correlations, x.length, all.length)
            - logDeterminant(correlations, 0, all.length);
    double bias =
        switch (correction) {
          case NONE -> 0;
          case WISHART -> bias(x.length, n) + bias(y.length, n) - bias(all.length, n);
        };
    return Bits.ofNats(nats / 2 - bias);
  }

  private static double bias(int d, int n) {
    double sum = d * Math.log(2.0 / (n - 1));
    for (int k = 1; k <= d; k++) {
      sum += Gamma.digamma((n - k) / 2.0);
    }
    return sum / 2;
  }

  private static double[][] correlations(double[][] columns) {
    double[][] scores =
        Arrays.stream(columns).map(GaussianInformation::scores).toArray(double[][]::new);
    double[][] matrix = new double[columns.length][columns.length];
    for (int i = 0; i < columns.length; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int row = 0; row < columns[i].length; row++) {
          sum += scores[i][row] * scores[j][row];
        }
        matrix[i][j] = sum;
        matrix[j][i] = sum;
      }
    }
    return matrix;
  }

  /** Without mean, and of length 1: a common factor of a column's values changes no information. */
  private static double[] scores(double[] column) {
    double least = Arrays.stream(column).min().orElseThrow();
    double range = Arrays.stream(column).max().orElseThrow() - least;
    Expect.that(range > 0, "column of constant value", least, "values that differ");
    Expect.that(Double.isFinite(range), "range", range, "a finite number");
    double[] shares = Arrays.stream(column).map(v -> (v - least) / range).toArray();
    double mean = Arrays.stream(shares).average().orElseThrow();
    double[] scores = Arrays.stream(shares).map(v -> v - mean).toArray();
    double length = Math.sqrt(Arrays.stream(scores).map(v -> v * v).sum());
    return Arrays.stream(scores).map(v -> v / length).toArray();
  }

  private static double logDeterminant(double[][] matrix, int from, int to) {
    double[][] block = new double[to - from][];
    Arrays.setAll(block, i -> Arrays.copyOfRange(matrix[from + i], from, to));
    return Cholesky.of(block, DEPENDENT)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid columns: one is a linear combination of the others; expected none that is"))
        .logDeterminant();
  }
}
