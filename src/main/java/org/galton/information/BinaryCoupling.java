package org.galton.information;

import org.galton.numerics.Bits;

/**
 * {@link LeastCoupling} for binary sources, by a search for one number; for one thread.
 *
 * <p>Given a letter of the target, the table of the sources has fixed margins and one free cell. At
 * the optimum all these tables have the odds ratio of their sum. For a ratio e^u each cell has a
 * closed form, and the ratio of the summed table crosses e^u once. Optima on the border have ratio
 * 0 or infinity, and are reached within 1e-12 bits at |u| = 60. The information is flat there, so u
 * to 1e-9 gives it to the last digits. Cost: about ten passes over the target's letters, in the
 * worst case forty.
 *
 * <p>Oliveira and Takahashi, An enhancement of the bisection method average performance preserving
 * minmax optimality, ACM Transactions on Mathematical Software 47, 2020.
 */
public final class BinaryCoupling {
  private static final double WIDEST = 60;
  private static final double NEAR = 1e-9;

  private final double[] cells;
  private double[] total;
  private double[] row;
  private double[] column;

  /**
   * @param letters of the target
   */
  public BinaryCoupling(int letters) {
    cells = new double[4 * letters];
    total = new double[letters];
    row = new double[letters];
    column = new double[letters];
  }

  static double information(JointTable table) {
    JointTable first = table.grouped(new int[] {0}, new int[] {2});
    JointTable second = table.grouped(new int[] {1}, new int[] {2});
    double[] total = table.marginal(2);
    double[] row = new double[total.length];
    double[] column = new double[total.length];
    for (int t = 0; t < total.length; t++) {
      row[t] = first.at(0, t);
      column[t] = second.at(0, t);
    }
    return new BinaryCoupling(total.length).information(total, row, column);
  }

  /**
   * The least information of both sources about the target.
   *
   * @param letters p(t), which add up to 1
   * @param firsts p(S1 = 0, t)
   * @param seconds p(S2 = 0, t)
   */
  public double information(double[] letters, double[] firsts, double[] seconds) {
    total = letters;
    row = firsts;
    column = seconds;
    fill(logOddsRatio());
    double[] sum = summed();
    double information = 0;
    for (int i = 0; i < cells.length; i++) {
      double q = cells[i];
      information += q == 0 ? 0 : q * Bits.log2(q / sum[i % 4] / total[i / 4]);
    }
    return Math.max(0, information);
  }

  /** Where {@link #excess} changes its sign from above 0 to below. */
  private double logOddsRatio() {
    double found = excess(0);
    // From the middle outwards: far from it a cell can lose its digits, and the sign with them.
    double side = found > 0 ? 1 : -1;
    double near = 0;
    double atNear = found;
    double far = side;
    while (true) {
      found = excess(far);
      if (found > 0 != atNear > 0) {
        return side > 0 ? between(near, far, atNear, found) : between(far, near, found, atNear);
      }
      if (Math.abs(far) >= WIDEST) {
        return far;
      }
      near = far;
      atNear = found;
      far = side * Math.min(WIDEST, 2 * Math.abs(far));
    }
  }

  /** Interpolates, truncates and projects; halves at worst. */
  private double between(double from, double to, double atFrom, double atTo) {
    double low = from;
    double high = to;
    double above = atFrom;
    double below = atTo;
    double truncation = 0.2 / (high - low);
    double most = NEAR * Math.scalb(1.0, 1 + (int) Math.ceil(Bits.log2((high - low) / (2 * NEAR))));
    while (high - low > 2 * NEAR) {
      double middle = (low + high) / 2;
      double secant = (above * high - below * low) / (above - below);
      double toMiddle = Math.signum(middle - secant);
      double step = truncation * (high - low) * (high - low);
      double near = step <= Math.abs(middle - secant) ? secant + toMiddle * step : middle;
      double reach = most - (high - low) / 2;
      double u = Math.abs(near - middle) <= reach ? near : middle - toMiddle * reach;
      double found = excess(u);
      if (found > 0) {
        low = u;
        above = found;
      } else {
        high = u;
        below = found;
      }
      most /= 2;
    }
    return (low + high) / 2;
  }

  /** Log odds ratio of the summed table above u. */
  private double excess(double u) {
    fill(u);
    double[] sum = summed();
    double even = sum[0] * sum[3];
    double odd = sum[1] * sum[2];
    if (even == 0 && odd == 0) {
      return 0;
    }
    return odd == 0 ? 1 : even == 0 ? -1 : Math.log(even / odd) - u;
  }

  private double[] summed() {
    double[] sum = new double[4];
    for (int i = 0; i < cells.length; i++) {
      sum[i % 4] += cells[i];
    }
    return sum;
  }

  /** For each letter of the target the cells 00, 01, 10 and 11 of the sources. */
  private void fill(double u) {
    double z = Math.expm1(Math.abs(u));
    for (int t = 0; t < total.length; t++) {
      double s = total[t];
      double r = row[t];
      double c = column[t];
      double a = s == 0 ? 0 : corner(u, z, s, r, c);
      cells[4 * t] = a;
      cells[4 * t + 1] = Math.max(0, r - a);
      cells[4 * t + 2] = Math.max(0, c - a);
      cells[4 * t + 3] = Math.max(0, s - r - c + a);
    }
  }

  private static double corner(double u, double z, double s, double r, double c) {
    double other = u >= 0 ? c : s - c;
    double square = s * s + z * (2 * s * (r + other) - 4 * r * other) + z * z * square(r - other);
    // The root that adds: the one that subtracts would lose its digits.
    double a = 2 * (z + 1) * r * other / (s + z * (r + other) + Math.sqrt(square));
    double corner = u >= 0 ? a : r - a;
    return Math.max(Math.max(0, r + c - s), Math.min(corner, Math.min(r, c)));
  }

  private static double square(double x) {
    return x * x;
  }
}
