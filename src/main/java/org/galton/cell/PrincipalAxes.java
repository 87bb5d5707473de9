package org.galton.cell;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;
import org.galton.numerics.Vectors;

/**
 * Principal axes of a covariance C that is known by its product with few vectors alone, by subspace
 * iteration: for Q of k columns
 *
 * <pre>
 *   Q &lt;- orthonormal(C Q)   again and again,   then the eigenvectors of Q^T C Q turn Q
 * </pre>
 *
 * <p>The error of an axis falls by the ratio of eigenvalues lambda_(k+1) / lambda_i with each
 * iteration, so a few more columns than axes are taken. C, which is genes x genes, is never formed.
 * An axis points where its largest entry is positive. Cost: genes x k^2 besides the products.
 *
 * <p>Halko, Martinsson and Tropp, Finding Structure with Randomness, 2011.
 */
public final class PrincipalAxes {
  private static final double NOTHING = 1e-12;

  private PrincipalAxes() {}

  /**
   * Axes and how much of the variance lies along each.
   *
   * @param axes one a row, orthonormal, the largest variance first
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Found(double[][] axes, double[] variances) {}

  /** Vectors to begin with, that a seed fixes: rows of uniform numbers around 0. */
  public static double[][] start(int vectors, int genes, long seed) {
    Expect.that(vectors >= 1 && vectors <= genes, "vectors", vectors, "1 to the genes, " + genes);
    SplitMix64 random = new SplitMix64(seed);
    double[][] start = new double[vectors][genes];
    for (double[] vector : start) {
      Arrays.setAll(vector, gene -> random.nextUnit() - 0.5);
    }
    return orthonormal(start);
  }

  /** By Gram and Schmidt, twice; a row that the ones before explain becomes 0. */
  public static double[][] orthonormal(double[][] rows) {
    double[][] done = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i].clone();
      double before = norm(row);
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          subtract(row, done[j]);
        }
      }
      double after = norm(row);
      double scale = after > NOTHING * before ? 1 / after : 0;
      for (int k = 0; k < row.length; k++) {
        row[k] *= scale;
      }
      done[i] = row;
    }
    return done;
  }

  /**
   * The axes of the last iteration.
   *
   * @param rows orthonormal
   * @param products C times each of them
   * @param wanted how many, at most as many as there are rows
   */
  public static Found of(double[][] rows, double[][] products, int wanted) {
    int k = rows.length;
    double[][] small = new double[k][k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        small[i][j] = (Vectors.dot(rows[i], products[j]) + Vectors.dot(rows[j], products[i])) / 2;
      }
    }
    EigenDecomposition parts = new EigenDecomposition(new Array2DRowRealMatrix(small, false));
    double[][] axes = new double[wanted][rows[0].length];
    double[] variances = new double[wanted];
    for (int axis = 0; axis < wanted; axis++) {
      variances[axis] = Math.max(0, parts.getRealEigenvalue(axis));
      for (int i = 0; i < k; i++) {
        double weight = parts.getV().getEntry(i, axis);
        for (int gene = 0; gene < rows[i].length; gene++) {
          axes[axis][gene] += weight * rows[i][gene];
        }
      }
      turn(axes[axis]);
    }
    return new Found(axes, variances);
  }

  private static void turn(double[] axis) {
    double largest = 0;
    for (double entry : axis) {
      largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
    }
    if (largest < 0) {
      for (int gene = 0; gene < axis.length; gene++) {
        axis[gene] = -axis[gene];
      }
    }
  }

  private static void subtract(double[] row, double[] unit) {
    double part = Vectors.dot(row, unit);
    for (int k = 0; k < row.length; k++) {
      row[k] -= part * unit[k];
    }
  }

  private static double norm(double[] row) {
    return Math.sqrt(Vectors.dot(row, row));
  }
}
