package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.MathContext;

/** A complex number; real where the imaginary part is exactly 0. */
record ComplexDecimal(BigDecimal re, BigDecimal im) {
  static ComplexDecimal real(BigDecimal value) {
    return new ComplexDecimal(value, BigDecimal.ZERO);
  }

  boolean isReal() {
    return im.signum() == 0;
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  ComplexDecimal plus(ComplexDecimal other, MathContext context) {
    return new ComplexDecimal(re.add(other.re, context), im.add(other.im, context));
  }

  ComplexDecimal negate() {
    return new ComplexDecimal(re.negate(), im.negate());
  }

  ComplexDecimal times(ComplexDecimal other, MathContext context) {
    if (isReal() && other.isReal()) {
      return real(re.multiply(other.re, context));
    }
    BigDecimal real =
        re.multiply(other.re, context).subtract(im.multiply(other.im, context), context);
    BigDecimal imaginary =
        re.multiply(other.im, context).add(im.multiply(other.re, context), context);
    return new ComplexDecimal(real, imaginary);
  }

  ComplexDecimal over(ComplexDecimal other, MathContext context) {
    if (other.isZero()) {
      throw NoValue.here();
    }
    if (isReal() && other.isReal()) {
      return real(re.divide(other.re, context));
    }
    BigDecimal square = other.square(context);
    ComplexDecimal above = times(new ComplexDecimal(other.re, other.im.negate()), context);
    return new ComplexDecimal(above.re.divide(square, context), above.im.divide(square, context));
  }

  /** The square of the absolute value. */
  BigDecimal square(MathContext context) {
    return re.multiply(re, context).add(im.multiply(im, context), context);
  }
}
