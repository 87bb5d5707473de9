package org.galton.information;

import java.util.Arrays;

/** Three agents over twelve rounds, and pairs of rounds that follow each other. */
final class WorkedExample {
  static final double[] A = {3, 5, 4, 6, 2, 7, 5, 3, 6, 4, 8, 2};
  static final double[] B = {9, 1, 4, 4, 7, 2, 8, 3, 3, 6, 1, 7};
  static final double[] C = {0, 2, 2, 5, 1, 5, 6, 0, 3, 3, 2, 4};

  private WorkedExample() {}

  /** Of the three, round by round. */
  static double[] sum() {
    double[] sum = new double[A.length];
    Arrays.setAll(sum, i -> A[i] + B[i] + C[i]);
    return sum;
  }

  static DiscreteSeries now(double[] values) {
    return Discretization.withDefaults().of(values).stretch(0, values.length - 1);
  }

  static DiscreteSeries next(double[] values) {
    return Discretization.withDefaults().of(values).stretch(1, values.length);
  }
}
