package org.galton.statistics.vote;

import java.util.Arrays;

/** A polynomial, cut off above a degree, that grows by its factors. */
final class TruncatedSeries {
  private double[] coefficients;
  private double[] product;
  private int degree;
  private int length;

  TruncatedSeries(int largestDegree) {
    coefficients = new double[largestDegree + 1];
    product = new double[largestDegree + 1];
  }

  void beginWithOne(int toDegree) {
    beginWithZero(toDegree);
    coefficients[0] = 1;
    length = 1;
  }

  void beginWithZero(int toDegree) {
    degree = toDegree;
    length = 0;
  }

  /** Times factor[0] + … + factor[cap-1] t^(cap-1) + share factor[cap] t^cap. */
  void multiply(double[] factor, int cap, double share) {
    int longest = Math.min(degree + 1, length + cap);
    double[] to = product;
    for (int used = 0; used < length; used++) {
      to[used] = coefficients[used] * factor[0];
    }
    Arrays.fill(to, length, longest, 0);
    for (int x = 1; x < cap && x <= degree; x++) {
      addShifted(coefficients, factor[x], to, x, longest);
    }
    if (cap <= degree && share > 0) {
      addShifted(coefficients, factor[cap] * share, to, cap, longest);
    }
    product = coefficients;
    coefficients = to;
    length = longest;
  }

  private void addShifted(double[] from, double weight, double[] to, int shift, int longest) {
    int count = Math.min(length, longest - shift);
    for (int used = 0; used < count; used++) {
      to[used + shift] += from[used] * weight;
    }
  }

  /** Adds a multiple of one of the same degree and no fewer factors. */
  void add(TruncatedSeries other, double weight) {
    Arrays.fill(coefficients, length, other.length, 0);
    length = other.length;
    for (int used = 0; used < length; used++) {
      coefficients[used] += other.coefficients[used] * weight;
    }
  }

  /** The coefficient of t^power in the product with another series. */
  double at(int power, double[] other) {
    double sum = 0;
    for (int used = Math.min(power, length - 1); used >= 0; used--) {
      sum += coefficients[used] * other[power - used];
    }
    return sum;
  }
}
