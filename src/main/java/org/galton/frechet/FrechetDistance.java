package org.galton.frechet;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.galton.numerics.Expect;

/**
 * The squared Fréchet distance of two Gaussians, which is their squared 2-Wasserstein distance:
 *
 * <pre>
 *   |m_a - m_b|^2 + Tr(S_a + S_b - 2 (S_a S_b)^(1/2))
 * </pre>
 *
 * <p>The trace of the root is the sum of the roots of the eigenvalues of S_a^(1/2) S_b S_a^(1/2),
 * which is symmetric: two symmetric eigenproblems of d x d, cost d^3. Eigenvalues below 0, which
 * are rounding, count as 0. Units: those of the vectors, squared. 0 or more, 0 for equal Gaussians,
 * symmetric, unchanged by a common rotation or shift, c^2 times as large for vectors c times as
 * large.
 *
 * <p>From samples it is biased upward: two samples of the same law have a distance above 0, about
 * in proportion to d^2/n. Compare only distances of the same n and d ({@link SampleBias}).
 *
 * <p>Dowson and Landau, The Fréchet distance between multivariate normal distributions, 1982;
 * Heusel et al., GANs Trained by a Two Time-Scale Update Rule, 2017, arXiv:1706.08500.
 *
 * @param means |m_a - m_b|^2
 * @param covariances the trace
 */
public record FrechetDistance(double means, double covariances) {

  /**
   * @throws IllegalArgumentException when the dimensions differ
   */
  public static FrechetDistance of(Gaussian a, Gaussian b) {
    Expect.that(
        a.dimensions() == b.dimensions(),
        "dimensions",
        b.dimensions(),
        String.valueOf(a.dimensions()));
    double means = 0;
    double traces = 0;
    for (int i = 0; i < a.dimensions(); i++) {
      double apart = a.mean()[i] - b.mean()[i];
      means += apart * apart;
      traces += a.covariance()[i][i] + b.covariance()[i][i];
    }
    double roots = Arrays.stream(eigenvalues(product(a, b))).map(FrechetDistance::root).sum();
    return new FrechetDistance(means, Math.max(0, traces - 2 * roots));
  }

  public double value() {
    return means + covariances;
  }

  /**
   * L^(1/2) V^T S_b V L^(1/2) with S_a = V L V^T: the same eigenvalues as S_a^(1/2) S_b S_a^(1/2).
   */
  private static RealMatrix product(Gaussian a, Gaussian b) {
    EigenDecomposition parts =
        new EigenDecomposition(new Array2DRowRealMatrix(a.covariance(), false));
    BlockRealMatrix axes = new BlockRealMatrix(parts.getV().getData());
    double[] lengths = parts.getRealEigenvalues();
    for (int column = 0; column < lengths.length; column++) {
      double root = root(lengths[column]);
      for (int row = 0; row < lengths.length; row++) {
        axes.multiplyEntry(row, column, root);
      }
    }
    RealMatrix product =
        axes.transpose().multiply(new BlockRealMatrix(b.covariance())).multiply(axes);
    for (int i = 0; i < lengths.length; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (product.getEntry(i, j) + product.getEntry(j, i)) / 2;
        product.setEntry(i, j, mean);
        product.setEntry(j, i, mean);
      }
    }
    return product;
  }

  private static double[] eigenvalues(RealMatrix symmetric) {
    return new EigenDecomposition(symmetric).getRealEigenvalues();
  }

  private static double root(double eigenvalue) {
    return Math.sqrt(Math.max(0, eigenvalue));
  }
}
