package org.galton.task.judge;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * A number that was read whole.
 *
 * @param value without the percent sign: 28 of {@code 28%}
 */
record NumericAnswer(BigFraction value, Sign sign) {
  private static final int LONGEST = 64;
  private static final BigInteger FIVE = BigInteger.valueOf(5);
  private static final BigFraction HUNDREDTH = new BigFraction(1, 100);

  enum Sign {
    NONE,
    PERCENT
  }

  static NumericAnswer of(BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    BigFraction number =
        value.scale() >= 0
            ? new BigFraction(unscaled, BigInteger.TEN.pow(value.scale()))
            : new BigFraction(unscaled.multiply(BigInteger.TEN.pow(-value.scale())));
    return new NumericAnswer(number, Sign.NONE);
  }

  /** Whether the two are no further apart; 28% is 0.28 and, beside a number without sign, 28. */
  boolean near(NumericAnswer other, BigDecimal tolerance) {
    BigFraction most = of(tolerance).value;
    return within(share(), other.share(), most)
        || (sign != other.sign && within(value, other.value, most));
  }

  NumericAnswer negate() {
    return new NumericAnswer(value.negate(), sign);
  }

  private BigFraction share() {
    return sign == Sign.PERCENT ? value.multiply(HUNDREDTH) : value;
  }

  private static boolean within(BigFraction a, BigFraction b, BigFraction most) {
    return a.subtract(b).abs().compareTo(most) <= 0;
  }

  /** The same text for equal numbers: a decimal where one ends, else a reduced fraction. */
  String canonical() {
    return digits() + (sign == Sign.PERCENT ? "%" : "");
  }

  private String digits() {
    if (value.getNumerator().signum() == 0) {
      return "0";
    }
    BigInteger rest = value.getDenominator();
    int scale = 0;
    for (BigInteger factor : new BigInteger[] {BigInteger.TWO, FIVE}) {
      int times = 0;
      while (rest.mod(factor).signum() == 0) {
        rest = rest.divide(factor);
        times++;
      }
      scale = Math.max(scale, times);
    }
    if (!rest.equals(BigInteger.ONE)) {
      return value.getNumerator() + "/" + value.getDenominator();
    }
    BigDecimal decimal =
        new BigDecimal(value.getNumerator())
            .divide(new BigDecimal(value.getDenominator()))
            .stripTrailingZeros();
    return Math.abs(decimal.scale()) <= LONGEST ? decimal.toPlainString() : decimal.toString();
  }
}
