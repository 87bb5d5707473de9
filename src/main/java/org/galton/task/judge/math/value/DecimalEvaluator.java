package org.galton.task.judge.math.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathNode;

/** The value of a tree in decimals, names being given theirs. */
final class DecimalEvaluator {
  private static final int LARGEST_EXPONENT = 1_000_000;

  /** Of an exact fraction that is made a decimal. */
  private static final int BITS_OF_A_STEP = 100;

  private final RealFunctions functions;
  private final MathContext context;
  private final Branch branch;
  private final Map<String, BigDecimal> names;
  private final Work work;
  private final DecimalCalls calls;
  private BigDecimal largestTerm = BigDecimal.ZERO;

  DecimalEvaluator(int digits, Branch branch, Map<String, BigDecimal> names, Work work) {
    this.functions = new RealFunctions(digits);
    this.context = functions.context();
    this.branch = branch;
    this.names = names;
    this.work = work;
    this.calls = new DecimalCalls(functions, this, work);
  }

  /** The largest term of a sum so far: what cancels loses digits in relation to it. */
  BigDecimal largestTerm() {
    return largestTerm;
  }

  Branch branch() {
    return branch;
  }

  ComplexDecimal value(MathNode node) {
    work.spend(1);
    if (node instanceof MathNode.Literal literal) {
      return ComplexDecimal.real(decimal(literal.value()));
    } else if (node instanceof MathNode.Name name) {
      return ComplexDecimal.real(names.get(name.text()));
    } else if (node instanceof MathNode.Constant constant) {
      return constant(constant);
    } else if (node instanceof MathNode.Sum sum) {
      return sum(sum.terms());
    } else if (node instanceof MathNode.Product product) {
      return product(product.factors());
    } else if (node instanceof MathNode.Negative negative) {
      return value(negative.of()).negate();
    } else if (node instanceof MathNode.Quotient quotient) {
      return value(quotient.above()).over(value(quotient.below()), context);
    } else if (node instanceof MathNode.Power power) {
      return power(power);
    } else if (node instanceof MathNode.Call call) {
      return calls.value(call);
    } else if (node instanceof MathNode.Opaque opaque) {
      return calls.unknown(opaque.name(), opaque.arguments());
    }
    throw NoValue.here();
  }

  private BigDecimal decimal(BigFraction value) {
    int bits = value.getNumerator().bitLength() + value.getDenominator().bitLength();
    work.spend(bits / BITS_OF_A_STEP);
    if (value.getDenominator().equals(BigInteger.ONE)) {
      return new BigDecimal(value.getNumerator(), context);
    }
    return new BigDecimal(value.getNumerator())
        .divide(new BigDecimal(value.getDenominator()), context);
  }

  private ComplexDecimal constant(MathNode.Constant constant) {
    return switch (constant.constant()) {
      case PI -> ComplexDecimal.real(functions.pi());
      case E -> ComplexDecimal.real(calls.e());
      case I -> new ComplexDecimal(BigDecimal.ZERO, BigDecimal.ONE);
      case INFINITY -> throw NoValue.here();
    };
  }

  private ComplexDecimal sum(List<MathNode> terms) {
    ComplexDecimal sum = ComplexDecimal.real(BigDecimal.ZERO);
    for (MathNode term : terms) {
      ComplexDecimal value = value(term);
      largestTerm = largestTerm.max(value.re().abs()).max(value.im().abs());
      sum = sum.plus(value, context);
    }
    return sum;
  }

  private ComplexDecimal product(List<MathNode> factors) {
    ComplexDecimal product = ComplexDecimal.real(BigDecimal.ONE);
    for (MathNode factor : factors) {
      product = bounded(product.times(value(factor), context));
    }
    return product;
  }

  private ComplexDecimal power(MathNode.Power power) {
    ComplexDecimal base = value(power.base());
    BigInteger denominator = BigInteger.ONE;
    if (power.exponent() instanceof MathNode.Literal exponent) {
      BigFraction value = exponent.value();
      if (value.getDenominator().equals(BigInteger.ONE)) {
        return whole(base, value.getNumerator());
      }
      denominator = value.getDenominator();
    }
    ComplexDecimal exponent = value(power.exponent());
    if (base.isReal() && base.re().signum() < 0 && branch == Branch.REAL) {
      if (!denominator.testBit(0) || denominator.equals(BigInteger.ONE)) {
        throw NoValue.here();
      }
      ComplexDecimal positive = power(base.negate(), exponent);
      boolean odd = ((MathNode.Literal) power.exponent()).value().getNumerator().testBit(0);
      return odd ? positive.negate() : positive;
    }
    return power(base, exponent);
  }

  private ComplexDecimal power(ComplexDecimal base, ComplexDecimal exponent) {
    if (base.isZero()) {
      if (exponent.isReal() && exponent.re().signum() > 0) {
        return base;
      }
      throw NoValue.here();
    }
    return calls.exp(calls.ln(base).times(exponent, context));
  }

  ComplexDecimal power(ComplexDecimal base, BigDecimal exponent) {
    return power(base, ComplexDecimal.real(exponent));
  }

  /** By squaring; of a value that would have more than a million digits before the point none. */
  ComplexDecimal whole(ComplexDecimal base, BigInteger exponent) {
    if (exponent.signum() == 0) {
      if (base.isZero()) {
        throw NoValue.here();
      }
      return ComplexDecimal.real(BigDecimal.ONE);
    }
    if (base.isZero()) {
      if (exponent.signum() < 0) {
        throw NoValue.here();
      }
      return base;
    }
    double digits = Math.max(Math.abs(exponent(base.re())), Math.abs(exponent(base.im()))) + 1.0;
    if (exponent.bitLength() > 31 || digits * exponent.abs().doubleValue() > LARGEST_EXPONENT) {
      throw NoValue.here();
    }
    work.spend(2 * exponent.bitLength());
    ComplexDecimal result = ComplexDecimal.real(BigDecimal.ONE);
    ComplexDecimal square = base;
    for (int bit = 0; bit < exponent.abs().bitLength(); bit++) {
      if (exponent.abs().testBit(bit)) {
        result = result.times(square, context);
      }
      square = square.times(square, context);
    }
    return exponent.signum() < 0
        ? ComplexDecimal.real(BigDecimal.ONE).over(result, context)
        : result;
  }

  private static int exponent(BigDecimal value) {
    return value.signum() == 0 ? 0 : value.precision() - value.scale();
  }

  private static ComplexDecimal bounded(ComplexDecimal value) {
    if (Math.abs(exponent(value.re())) > 4 * LARGEST_EXPONENT
        || Math.abs(exponent(value.im())) > 4 * LARGEST_EXPONENT) {
      throw NoValue.here();
    }
    return value;
  }

  BigDecimal real(MathNode node) {
    ComplexDecimal value = value(node);
    if (!value.isReal()) {
      throw NoValue.here();
    }
    return value.re();
  }

  /** Rounded so that equal values of different routes have the same digits. */
  static String digits(ComplexDecimal value, int digits) {
    MathContext shown = new MathContext(digits, RoundingMode.HALF_EVEN);
    return digits(value.re(), shown) + (value.isReal() ? "" : "," + digits(value.im(), shown));
  }

  private static String digits(BigDecimal value, MathContext shown) {
    return value.signum() == 0 ? "0" : value.round(shown).stripTrailingZeros().toString();
  }
}
