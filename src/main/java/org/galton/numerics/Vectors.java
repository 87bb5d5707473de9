package org.galton.numerics;

/** Products of vectors, summed in their order without compensation. */
public final class Vectors {

  private Vectors() {}

  /** sum x_i y_i of vectors of one length. */
  public static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
