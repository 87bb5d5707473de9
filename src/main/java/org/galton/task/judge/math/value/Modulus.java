package org.galton.task.judge.math.value;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * Arithmetic modulo a prime of 50 bits. The primes come from SHA-256 and not from a formula: modulo
 * a Mersenne prime such as 2^61 - 1 two powers of 2 are equal wherever their exponents differ by a
 * multiple of 61.
 */
record Modulus(long prime) {
  private static final int BITS = 50;

  /** Eight of them. */
  static final List<Modulus> ALL =
      IntStream.range(0, 8)
          .mapToObj(i -> BigInteger.valueOf(SamplePoints.hash("prime " + i) >>> (64 - BITS)))
          .map(start -> new Modulus(start.setBit(BITS - 1).nextProbablePrime().longValueExact()))
          .toList();

  long plus(long a, long b) {
    return (a + b) % prime;
  }

  long negated(long a) {
    return a == 0 ? 0 : prime - a;
  }

  /** The quotient in doubles is at most 1 off, so that the rest is right after one correction. */
  long times(long a, long b) {
    long quotient = (long) ((double) a * b / prime);
    long rest = a * b - quotient * prime;
    return Math.floorMod(rest, prime);
  }

  long power(long base, BigInteger exponent) {
    return BigInteger.valueOf(base)
        .modPow(exponent.mod(BigInteger.valueOf(prime - 1)), BigInteger.valueOf(prime))
        .longValue();
  }

  long inverse(long value) {
    if (value == 0) {
      throw NoValue.here();
    }
    return BigInteger.valueOf(value).modInverse(BigInteger.valueOf(prime)).longValue();
  }

  long of(BigFraction value) {
    BigInteger big = BigInteger.valueOf(prime);
    long above = value.getNumerator().mod(big).longValue();
    long below = value.getDenominator().mod(big).longValue();
    return below == 1 ? above : times(above, inverse(below));
  }

  long hashed(String text) {
    return Math.floorMod(SamplePoints.hash(text), prime);
  }
}
