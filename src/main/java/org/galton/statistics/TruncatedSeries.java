package org.galton.statistics;

import java.util.Arrays;

/** A power series up to a degree, multiplied in place. All its coefficients are 0 or more. */
final class TruncatedSeries {
  private double[] coefficients;
  private double[] product;
  private int degree;

  TruncatedSeries(int largestDegree) {
    coefficients = new double[largestDegree + 1];
    product = new double[largestDegree + 1];
  }

  void begin(double[] from, int toDegree) {
    degree = toDegree;
    System.arraycopy(from, 0, coefficients, 0, degree + 1);
  }

  void clear(int toDegree) {
    degree = toDegree;
    Arrays.fill(coefficients, 0, degree + 1, 0);
  }

  double at(int power) {
    return coefficients[power];
  }

  /** Times factor[0] + … + factor[cap-1] t^(cap-1) + share factor[cap] t^cap. */
  void multiply(double[] factor, int cap, double share) {
    double[] from = coefficients;
    double[] to = product;
    for (int used = 0; used <= degree; used++) {
      to[used] = from[used] * factor[0];
    }
    for (int x = 1; x < cap && x <= degree && factor[x] > 0; x++) {
      addShifted(from, factor[x], to, x, degree);
    }
    if (cap <= degree && share > 0) {
      addShifted(from, factor[cap] * share, to, cap, degree);
    }
    product = from;
    coefficients = to;
  }

  private static void addShifted(double[] from, double weight, double[] to, int shift, int degree) {
    for (int used = 0; used <= degree - shift; used++) {
      to[used + shift] += from[used] * weight;
    }
  }

  void add(TruncatedSeries other, double weight) {
    for (int used = 0; used <= degree; used++) {
      coefficients[used] += other.coefficients[used] * weight;
    }
  }
}
