package org.galton.balance.test;

import org.apache.commons.math3.special.Gamma;

/** ln n!, from a table for the numbers that occur most. */
final class LogFactorials {
  private static final int LARGEST_TABLE = 1 << 16;

  private final double[] table;

  /** Of 0 to a number, which may be any. */
  LogFactorials(long most) {
    table = new double[(int) Math.min(LARGEST_TABLE, most + 1)];
    for (int n = 2; n < table.length; n++) {
      table[n] = table[n - 1] + Math.log(n);
    }
  }

  double of(long n) {
    return n < table.length ? table[(int) n] : Gamma.logGamma(n + 1.0);
  }
}
