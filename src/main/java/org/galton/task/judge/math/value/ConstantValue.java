package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathNode;

/**
 * Decimals of a tree without names. Evaluated twice, to p and to p + 20 digits; the difference, and
 * two units of the last digit of the largest term, count as the error: an estimate, not a proof.
 *
 * @param error at most this far from the true value, in each part
 */
public record ConstantValue(ComplexNumber value, BigDecimal error) {
  private static final int MORE = 20;
  private static final int RECOGNISED_DIGITS = 60;
  private static final BigDecimal RECOGNISED = new BigDecimal("1e-50");
  private static final BigInteger LARGEST_DENOMINATOR = BigInteger.valueOf(1_000_000_000);

  /** The parts of a complex number. */
  public record ComplexNumber(BigDecimal re, BigDecimal im) {}

  /** The principal branch where the imaginary unit occurs, else the real one. */
  public static Branch branch(MathNode node) {
    return Constants.has(node, MathConstant.I) ? Branch.PRINCIPAL : Branch.REAL;
  }

  /** Empty where it has no value, or not within the work. */
  public static Optional<ConstantValue> of(MathNode node, int digits, Branch branch, Work work) {
    try {
      DecimalEvaluator first = new DecimalEvaluator(digits, branch, Map.of(), work);
      DecimalEvaluator second = new DecimalEvaluator(digits + MORE, branch, Map.of(), work);
      ComplexDecimal less = first.value(node);
      ComplexDecimal more = second.value(node);
      BigDecimal largest = more.re().abs().max(more.im().abs()).max(second.largestTerm());
      BigDecimal error =
          less.re()
              .subtract(more.re())
              .abs()
              .max(less.im().subtract(more.im()).abs())
              .add(largest.scaleByPowerOfTen(2 - digits), new MathContext(10, RoundingMode.UP));
      return Optional.of(new ConstantValue(new ComplexNumber(more.re(), more.im()), error));
    } catch (NoValue e) {
      return Optional.empty();
    }
  }

  /** The real value to some digits; empty where it is not real or has none. */
  public static Optional<BigDecimal> real(MathNode node, int digits, Work work) {
    return of(node, digits, branch(node), work)
        .filter(value -> value.value().im().abs().compareTo(value.error()) <= 0)
        .map(value -> value.value().re());
  }

  /** The fraction with a denominator of at most nine digits that the real value shows. */
  static Optional<BigFraction> recognised(BigDecimal value) {
    MathContext context = new MathContext(RECOGNISED_DIGITS);
    BigDecimal rest = value;
    BigInteger[] above = {BigInteger.ZERO, BigInteger.ONE};
    BigInteger[] below = {BigInteger.ONE, BigInteger.ZERO};
    while (true) {
      BigInteger whole = rest.setScale(0, RoundingMode.FLOOR).toBigInteger();
      BigInteger nextAbove = whole.multiply(above[1]).add(above[0]);
      BigInteger nextBelow = whole.multiply(below[1]).add(below[0]);
      if (nextBelow.compareTo(LARGEST_DENOMINATOR) > 0) {
        return Optional.empty();
      }
      above = new BigInteger[] {above[1], nextAbove};
      below = new BigInteger[] {below[1], nextBelow};
      BigDecimal found = new BigDecimal(nextAbove).divide(new BigDecimal(nextBelow), context);
      if (found.subtract(value).abs().compareTo(RECOGNISED) < 0) {
        return Optional.of(new BigFraction(nextAbove, nextBelow));
      }
      BigDecimal part = rest.subtract(new BigDecimal(whole));
      if (part.signum() == 0) {
        return Optional.empty();
      }
      rest = BigDecimal.ONE.divide(part, new MathContext(2 * RECOGNISED_DIGITS));
    }
  }
}
