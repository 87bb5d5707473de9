package org.galton.task.judge.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathNode;

/** A decimal as a value that was rounded or cut at its last digit. */
final class DecimalLiteral {
  private DecimalLiteral() {}

  static boolean standsFor(MathNode.Literal decimal, BigDecimal value) {
    BigDecimal shown = shown(decimal);
    return shown.compareTo(value.setScale(decimal.scale(), RoundingMode.HALF_UP)) == 0
        || shown.compareTo(value.setScale(decimal.scale(), RoundingMode.DOWN)) == 0;
  }

  static boolean standsFor(MathNode.Literal decimal, BigFraction value) {
    BigFraction units = tenTo(value, decimal.scale());
    BigInteger cut = units.getNumerator().divide(units.getDenominator());
    BigFraction rest = units.subtract(cut).abs();
    boolean up = rest.compareTo(BigFraction.ONE_HALF) >= 0;
    BigInteger away = BigInteger.valueOf(value.getNumerator().signum());
    BigInteger rounded = up ? cut.add(away) : cut;
    BigFraction shown = tenTo(decimal.value(), decimal.scale());
    return shown.equals(new BigFraction(cut)) || shown.equals(new BigFraction(rounded));
  }

  static BigFraction fraction(BigDecimal value) {
    return tenTo(new BigFraction(value.unscaledValue()), -value.scale());
  }

  private static BigDecimal shown(MathNode.Literal decimal) {
    BigFraction units = tenTo(decimal.value(), decimal.scale());
    return new BigDecimal(units.getNumerator(), decimal.scale());
  }

  private static BigFraction tenTo(BigFraction value, int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent >= 0 ? value.multiply(power) : value.divide(power);
  }
}
