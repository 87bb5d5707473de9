package org.galton.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.galton.numerics.Vectors;
import org.junit.jupiter.api.Test;

final class PrincipalAxesTest {

  // Eigenvalues 40, 20, 10 stand out of noise below 1: 30 iterations leave nothing of 1/10.
  @Test
  void axesAreThoseOfTheWholeDecomposition() {
    double[][] covariance = covariance(30);
    EigenDecomposition whole = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
    double[][] rows = PrincipalAxes.start(8, 30, 5);
    for (int i = 0; i < 30; i++) {
      rows = PrincipalAxes.orthonormal(products(covariance, rows));
    }
    PrincipalAxes.Found found = PrincipalAxes.of(rows, products(covariance, rows), 3);
    for (int axis = 0; axis < 3; axis++) {
      assertThat(found.variances()[axis]).isCloseTo(whole.getRealEigenvalue(axis), within(1e-9));
      double[] expected = whole.getEigenvector(axis).toArray();
      assertThat(Math.abs(Vectors.dot(found.axes()[axis], expected))).isCloseTo(1, within(1e-9));
      double largest =
          Arrays.stream(found.axes()[axis])
              .boxed()
              .max((a, b) -> Double.compare(Math.abs(a), Math.abs(b)))
              .orElseThrow();
      assertThat(largest).isPositive();
    }
  }

  @Test
  void whatTheOthersExplainIsNothing() {
    double[][] rows = PrincipalAxes.orthonormal(new double[][] {{2, 0, 0}, {1, 1, 0}, {5, 7, 0}});
    assertThat(rows[0]).containsExactly(1, 0, 0);
    assertThat(rows[1]).containsExactly(0, 1, 0);
    assertThat(rows[2]).containsExactly(0, 0, 0);
    assertThatThrownBy(() -> PrincipalAxes.start(4, 3, 1))
        .hasMessage("Invalid vectors 4: expected 1 to the genes, 3");
  }

  private static double[][] products(double[][] covariance, double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> Arrays.stream(covariance).mapToDouble(c -> Vectors.dot(c, row)).toArray())
        .toArray(double[][]::new);
  }

  private static double[][] covariance(int size) {
    SplittableRandom random = new SplittableRandom(2);
    double[][] units = new double[size][size];
    for (double[] unit : units) {
      Arrays.setAll(unit, i -> random.nextGaussian());
    }
    double[][] basis = PrincipalAxes.orthonormal(units);
    double[][] covariance = new double[size][size];
    for (int k = 0; k < size; k++) {
      double eigenvalue = k < 3 ? 40 / Math.pow(2, k) : random.nextDouble();
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          covariance[i][j] += eigenvalue * basis[k][i] * basis[k][j];
        }
      }
    }
    return covariance;
  }
}
