package org.galton.task.judge.math.value;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathFunction;

/** Exact values of powers, roots and functions of fractions; none where the result is too long. */
final class ExactFraction {
  private static final int MOST_BITS = 12_000;
  private static final int MOST_POWER_BITS = 4096;
  private static final int LARGEST_FACTORIAL = 1000;
  private static final int LARGEST_ROOT = 64;

  /** Those that were asked for: one expression may repeat them. */
  private static final Map<Integer, BigInteger> FACTORIALS = new ConcurrentHashMap<>();

  private ExactFraction() {}

  static Optional<BigFraction> bounded(BigFraction value) {
    return bits(value) > MOST_BITS ? Optional.empty() : Optional.of(value);
  }

  /** None where the operands are so long that the result may be too long. */
  static Optional<BigFraction> of(
      BinaryOperator<BigFraction> operator, BigFraction a, BigFraction b) {
    return bits(a) + bits(b) > MOST_BITS ? Optional.empty() : Optional.of(operator.apply(a, b));
  }

  /** Whole numbers add no digits but one. */
  static Optional<BigFraction> sum(BigFraction a, BigFraction b) {
    boolean whole = isWhole(a) && isWhole(b);
    return whole && Math.max(bits(a), bits(b)) < MOST_BITS
        ? Optional.of(a.add(b))
        : of(BigFraction::add, a, b);
  }

  private static int bits(BigFraction value) {
    return value.getNumerator().bitLength() + value.getDenominator().bitLength();
  }

  /** Of a negative base no fractional power: which branch is meant is not known here. */
  static Optional<BigFraction> power(BigFraction base, BigFraction exponent) {
    BigInteger n = exponent.getNumerator();
    BigInteger d = exponent.getDenominator();
    if (base.getNumerator().signum() == 0) {
      return n.signum() > 0 ? Optional.of(BigFraction.ZERO) : Optional.empty();
    }
    if (d.equals(BigInteger.ONE)) {
      return whole(base, n);
    }
    if (d.bitLength() > 6) {
      return Optional.empty();
    }
    return root(base, d.intValue()).flatMap(root -> whole(root, n));
  }

  private static Optional<BigFraction> whole(BigFraction base, BigInteger exponent) {
    boolean unit =
        base.getNumerator().abs().equals(BigInteger.ONE)
            && base.getDenominator().equals(BigInteger.ONE);
    if (unit) {
      return Optional.of(exponent.testBit(0) ? base : BigFraction.ONE);
    }
    long bits = Math.max(base.getNumerator().bitLength(), base.getDenominator().bitLength());
    boolean small =
        exponent.bitLength() < 16 && (bits - 1) * exponent.abs().longValue() <= MOST_POWER_BITS;
    return small ? Optional.of(base.pow(exponent.intValue())) : Optional.empty();
  }

  /** The root of a fraction above 0 if it is a fraction. */
  static Optional<BigFraction> root(BigFraction value, int degree) {
    if (value.getNumerator().signum() < 0 || degree < 1 || degree > LARGEST_ROOT) {
      return Optional.empty();
    }
    BigInteger above = root(value.getNumerator(), degree);
    BigInteger below = root(value.getDenominator(), degree);
    return above.pow(degree).equals(value.getNumerator())
            && below.pow(degree).equals(value.getDenominator())
        ? Optional.of(new BigFraction(above, below))
        : Optional.empty();
  }

  /** The largest whole number whose power is not above the value: Newton from above. */
  private static BigInteger root(BigInteger value, int degree) {
    if (degree == 2) {
      return value.sqrt();
    }
    if (value.signum() == 0) {
      return value;
    }
    BigInteger n = BigInteger.valueOf(degree);
    BigInteger x = BigInteger.ONE.shiftLeft(value.bitLength() / degree + 1);
    while (true) {
      BigInteger next =
          x.multiply(n.subtract(BigInteger.ONE)).add(value.divide(x.pow(degree - 1))).divide(n);
      if (next.compareTo(x) >= 0) {
        return x;
      }
      x = next;
    }
  }

  static Optional<BigFraction> call(MathFunction function, List<BigFraction> arguments) {
    BigFraction x = arguments.get(0);
    return switch (function) {
      case SQRT -> root(x, 2);
      case ROOT -> ofDegree(x, arguments.get(1));
      case ABS -> Optional.of(x.abs());
      case FLOOR -> Optional.of(new BigFraction(floor(x)));
      case CEILING -> Optional.of(new BigFraction(floor(x.negate()).negate()));
      case FACTORIAL -> factorial(x);
      case BINOMIAL -> binomial(x, arguments.get(1));
      case GCD -> whole(arguments, BigInteger::gcd);
      case LCM -> whole(arguments, ExactFraction::leastMultiple);
      case MIN -> arguments.stream().min(BigFraction::compareTo);
      case MAX -> arguments.stream().max(BigFraction::compareTo);
      case EXP -> isZero(x) ? Optional.of(BigFraction.ONE) : Optional.empty();
      case LN -> x.equals(BigFraction.ONE) ? Optional.of(BigFraction.ZERO) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isZero(BigFraction x) {
    return x.getNumerator().signum() == 0;
  }

  private static boolean isWhole(BigFraction x) {
    return x.getDenominator().equals(BigInteger.ONE);
  }

  private static BigInteger floor(BigFraction x) {
    BigInteger[] parts = x.getNumerator().divideAndRemainder(x.getDenominator());
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** Odd roots of negative numbers are negative. */
  private static Optional<BigFraction> ofDegree(BigFraction degree, BigFraction x) {
    if (!isWhole(degree) || degree.getNumerator().bitLength() > 6) {
      return Optional.empty();
    }
    return root(x, degree.intValue());
  }

  private static Optional<BigFraction> factorial(BigFraction x) {
    boolean small =
        isWhole(x) && x.getNumerator().signum() >= 0 && x.getNumerator().bitLength() < 16;
    if (!small || x.intValue() > LARGEST_FACTORIAL) {
      return Optional.empty();
    }
    return Optional.of(
        new BigFraction(FACTORIALS.computeIfAbsent(x.intValue(), ExactFraction::factorial)));
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  /** Factor by factor, until the result is too long. */
  private static Optional<BigFraction> binomial(BigFraction n, BigFraction k) {
    boolean whole = isWhole(n) && isWhole(k);
    if (!whole || k.getNumerator().signum() < 0 || n.compareTo(k) < 0) {
      return Optional.empty();
    }
    BigInteger from = n.getNumerator();
    BigInteger chosen = k.getNumerator().min(from.subtract(k.getNumerator()));
    if (chosen.bitLength() > 10) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ONE;
    for (int i = 0; i < chosen.intValue(); i++) {
      value =
          value.multiply(from.subtract(BigInteger.valueOf(i))).divide(BigInteger.valueOf(i + 1L));
      if (value.bitLength() > MOST_POWER_BITS) {
        return Optional.empty();
      }
    }
    return Optional.of(new BigFraction(value));
  }

  private static Optional<BigFraction> whole(
      List<BigFraction> arguments, BinaryOperator<BigInteger> operator) {
    if (!arguments.stream().allMatch(ExactFraction::isWhole)) {
      return Optional.empty();
    }
    return arguments.stream()
        .map(BigFraction::getNumerator)
        .reduce(operator)
        .map(BigFraction::new)
        .flatMap(ExactFraction::bounded);
  }

  private static BigInteger leastMultiple(BigInteger a, BigInteger b) {
    BigInteger divisor = a.gcd(b);
    return divisor.signum() == 0 ? divisor : a.divide(divisor).multiply(b).abs();
  }
}
