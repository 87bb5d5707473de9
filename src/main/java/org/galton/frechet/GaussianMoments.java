package org.galton.frechet;

import java.io.Serializable;
import java.util.Arrays;
import org.galton.numerics.Expect;

/**
 * Count, mean and covariance of vectors that pass by. Two of them merge to what one would have
 * found that had seen all vectors, up to rounding.
 *
 * <p>Sums are of differences from the first vector that was seen, so that a mean far from 0 costs
 * no digits. Eight vectors are added at a time: each sum of products is then read and written once
 * for eight of them.
 */
public final class GaussianMoments implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BLOCK = 8;

  private final int dimensions;
  private final double[] shift;
  private final double[] sum;

  /** Row i has the products of i with i, i + 1, … */
  private final double[][] products;

  private double weight;
  private final double[][] waiting = new double[BLOCK][];
  private int waits;

  /**
   * @param first decides about the digits, and is not added
   */
  public GaussianMoments(double[] first) {
    dimensions = first.length;
    shift = first.clone();
    sum = new double[dimensions];
    products = new double[dimensions][];
    for (int i = 0; i < dimensions; i++) {
      products[i] = new double[dimensions - i];
    }
  }

  /** Bytes of the heap, about. */
  public static long bytes(int dimensions) {
    return Double.BYTES * (long) dimensions * (dimensions + 1L + 2 * BLOCK) / 2;
  }

  public int dimensions() {
    return dimensions;
  }

  /** Sum of the weights: the number of vectors where each weighs 1. */
  public double weight() {
    return weight;
  }

  /**
   * Adds a vector as if it were there so many times.
   *
   * @param times 0 or more, not necessarily whole
   */
  public void add(double[] vector, double times) {
    Expect.that(
        vector.length == dimensions, "dimensions", vector.length, String.valueOf(dimensions));
    if (times == 0) {
      return;
    }
    double root = Math.sqrt(times);
    double[] centred = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      double difference = vector[i] - shift[i];
      sum[i] += times * difference;
      centred[i] = root * difference;
    }
    weight += times;
    waiting[waits++] = centred;
    if (waits == BLOCK) {
      addWaiting();
    }
  }

  private void addWaiting() {
    if (waits == 0) {
      return;
    }
    double[] nothing = new double[dimensions];
    Arrays.fill(waiting, waits, BLOCK, nothing);
    for (int i = 0; i < dimensions; i++) {
      addRow(i);
    }
    Arrays.fill(waiting, null);
    waits = 0;
  }

  private void addRow(int i) {
    double[] a = waiting[0];
    double[] b = waiting[1];
    double[] c = waiting[2];
    double[] d = waiting[3];
    double[] e = waiting[4];
    double[] f = waiting[5];
    double[] g = waiting[6];
    double[] h = waiting[7];
    double[] row = products[i];
    for (int j = 0; j < row.length; j++) {
      int k = i + j;
      row[j] +=
          ((a[i] * a[k] + b[i] * b[k]) + (c[i] * c[k] + d[i] * d[k]))
              + ((e[i] * e[k] + f[i] * f[k]) + (g[i] * g[k] + h[i] * h[k]));
    }
  }

  /** Adds all that another has seen. */
  public GaussianMoments merge(GaussianMoments other) {
    Expect.that(
        other.dimensions == dimensions, "dimensions", other.dimensions, String.valueOf(dimensions));
    if (weight == 0) {
      // Nothing was added yet, so any shift will do: the other is near its vectors.
      System.arraycopy(other.shift, 0, shift, 0, shift.length);
    }
    addWaiting();
    other.addWaiting();
    double[] apart = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      apart[i] = other.shift[i] - shift[i];
    }
    for (int i = 0; i < dimensions; i++) {
      double[] row = products[i];
      double[] others = other.products[i];
      for (int j = 0; j < row.length; j++) {
        int k = i + j;
        row[j] +=
            others[j]
                + other.sum[i] * apart[k]
                + apart[i] * other.sum[k]
                + other.weight * apart[i] * apart[k];
      }
    }
    for (int i = 0; i < dimensions; i++) {
      sum[i] += other.sum[i] + other.weight * apart[i];
    }
    weight += other.weight;
    return this;
  }

  /**
   * Mean, and covariance with the divisor n - 1.
   *
   * @throws IllegalArgumentException when the weight is not above 1
   */
  public Gaussian gaussian() {
    Expect.that(weight > 1, "vectors", weight, "more than 1");
    addWaiting();
    double[] mean = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      mean[i] = shift[i] + sum[i] / weight;
    }
    double[][] covariance = new double[dimensions][dimensions];
    for (int i = 0; i < dimensions; i++) {
      for (int j = i; j < dimensions; j++) {
        double value = (products[i][j - i] - sum[i] * (sum[j] / weight)) / (weight - 1);
        covariance[i][j] = value;
        covariance[j][i] = value;
      }
    }
    return new Gaussian(mean, covariance);
  }
}
