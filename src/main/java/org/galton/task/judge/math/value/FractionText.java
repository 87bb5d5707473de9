package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;

/** The text of a fraction: a decimal where one of at most 30 digits ends, else reduced. */
final class FractionText {
  private static final int MOST_DECIMALS = 30;
  private static final int LONGEST = 300;
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  private FractionText() {}

  static String of(BigFraction value) {
    String text = exact(value);
    return text.length() <= LONGEST ? text : "rational#" + SamplePoints.hex(text);
  }

  private static String exact(BigFraction value) {
    BigInteger rest = value.getDenominator();
    int scale = 0;
    for (BigInteger factor : new BigInteger[] {BigInteger.TWO, FIVE}) {
      int times = 0;
      while (times <= MOST_DECIMALS && rest.mod(factor).signum() == 0) {
        rest = rest.divide(factor);
        times++;
      }
      scale = Math.max(scale, times);
    }
    if (scale > MOST_DECIMALS || !rest.equals(BigInteger.ONE)) {
      return value.getNumerator() + "/" + value.getDenominator();
    }
    BigDecimal decimal =
        new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()));
    return decimal.signum() == 0 || decimal.scale() <= 0
        ? decimal.toBigInteger().toString()
        : decimal.stripTrailingZeros().toPlainString();
  }
}
