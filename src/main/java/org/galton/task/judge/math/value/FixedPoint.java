package org.galton.task.judge.math.value;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Elementary functions of numbers that are whole multiples of 2^-bits, by Taylor's series for
 * arguments near 0. An error of some units of the last bit is left; the caller takes more bits than
 * it needs.
 */
record FixedPoint(int bits) {
  private static final Map<Integer, BigInteger> PI = new ConcurrentHashMap<>();
  private static final Map<Integer, BigInteger> LN2 = new ConcurrentHashMap<>();
  private static final int HALVINGS = 8;

  BigInteger one() {
    return BigInteger.ONE.shiftLeft(bits);
  }

  BigInteger times(BigInteger a, BigInteger b) {
    return a.multiply(b).shiftRight(bits);
  }

  BigInteger over(BigInteger a, BigInteger b) {
    return a.shiftLeft(bits).divide(b);
  }

  /** Machin: pi = 16 arctan 1/5 - 4 arctan 1/239. */
  BigInteger pi() {
    return PI.computeIfAbsent(
        bits,
        b -> {
          BigInteger fifth = series(5, -1).shiftLeft(4);
          return fifth.subtract(series(239, -1).shiftLeft(2));
        });
  }

  /** 2 artanh 1/3. */
  BigInteger ln2() {
    return LN2.computeIfAbsent(bits, b -> series(3, 1).shiftLeft(1));
  }

  /** Of 1/n: artanh for sign 1, arctan for sign -1. */
  private BigInteger series(int n, int sign) {
    BigInteger square = BigInteger.valueOf((long) n * n);
    BigInteger power = one().divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (int k = 3; power.signum() != 0; k += 2) {
      power = power.divide(square);
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = sign < 0 && k % 4 == 3 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }

  /** For |x| below 1. */
  BigInteger exp(BigInteger x) {
    BigInteger small = x.shiftRight(HALVINGS);
    BigInteger sum = one();
    BigInteger term = one();
    for (int k = 1; term.signum() != 0 && term.bitLength() > 1; k++) {
      term = times(term, small).divide(BigInteger.valueOf(k));
      sum = sum.add(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = times(sum, sum);
    }
    return sum;
  }

  /** artanh for sign 1, arctan for sign -1, of a small x. */
  BigInteger inverseTangent(BigInteger x, int sign) {
    BigInteger square = times(x, x);
    BigInteger power = x;
    BigInteger sum = x;
    for (int k = 3; power.signum() != 0 && power.bitLength() > 1; k += 2) {
      power = times(power, square);
      BigInteger term = power.divide(BigInteger.valueOf(k));
      sum = sign < 0 && k % 4 == 3 ? sum.subtract(term) : sum.add(term);
    }
    return sum;
  }

  BigInteger sin(BigInteger x) {
    return alternating(x, x, 2);
  }

  BigInteger cos(BigInteger x) {
    return alternating(one(), x, 1);
  }

  /** first - first x^2 / (k (k + 1)) + ... */
  private BigInteger alternating(BigInteger first, BigInteger x, int from) {
    BigInteger square = times(x, x);
    BigInteger sum = first;
    BigInteger term = first;
    for (int k = from; term.signum() != 0 && term.bitLength() > 1; k += 2) {
      term = times(term, square).divide(BigInteger.valueOf((long) k * (k + 1))).negate();
      sum = sum.add(term);
    }
    return sum;
  }
}
