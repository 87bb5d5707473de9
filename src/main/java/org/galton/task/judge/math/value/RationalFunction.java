package org.galton.task.judge.math.value;

import java.math.BigInteger;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathNode;

/** A quotient of two polynomials, the second not 0; the circle number and e count as names. */
record RationalFunction(Polynomial above, Polynomial below) {
  private static final Polynomial ONE = Polynomial.of(BigFraction.ONE);

  /** Throws where the tree is no rational function, or has too many terms. */
  static RationalFunction of(MathNode node) {
    if (node instanceof MathNode.Literal literal) {
      return new RationalFunction(Polynomial.of(literal.value()), ONE);
    } else if (node instanceof MathNode.Name name) {
      return new RationalFunction(Polynomial.of(name.text()), ONE);
    } else if (node instanceof MathNode.Constant constant) {
      return new RationalFunction(Polynomial.of(name(constant.constant())), ONE);
    } else if (node instanceof MathNode.Sum sum) {
      return sum.terms().stream()
          .map(RationalFunction::of)
          .reduce(RationalFunction::plus)
          .orElseThrow();
    } else if (node instanceof MathNode.Product product) {
      return product.factors().stream()
          .map(RationalFunction::of)
          .reduce(RationalFunction::times)
          .orElseThrow();
    } else if (node instanceof MathNode.Negative negative) {
      RationalFunction of = of(negative.of());
      return new RationalFunction(of.above.negate(), of.below);
    } else if (node instanceof MathNode.Quotient quotient) {
      return of(quotient.above()).times(of(quotient.below()).inverse());
    } else if (node instanceof MathNode.Power power) {
      return power(of(power.base()), power.exponent());
    }
    throw NoValue.here();
  }

  private static String name(MathConstant constant) {
    return switch (constant) {
      case PI -> "\u03C0";
      case E -> "e";
      case I, INFINITY -> throw NoValue.here();
    };
  }

  private static RationalFunction power(RationalFunction base, MathNode exponent) {
    boolean whole =
        exponent instanceof MathNode.Literal literal
            && literal.value().getDenominator().equals(BigInteger.ONE)
            && literal.value().getNumerator().signum() != 0
            && literal.value().getNumerator().bitLength() < 20;
    if (!whole) {
      throw NoValue.here();
    }
    int power = ((MathNode.Literal) exponent).value().intValue();
    RationalFunction positive = power < 0 ? base.inverse() : base;
    return new RationalFunction(
        positive.above.power(Math.abs(power)), positive.below.power(Math.abs(power)));
  }

  private RationalFunction plus(RationalFunction other) {
    if (below.equals(other.below)) {
      return new RationalFunction(above.plus(other.above), below);
    }
    return new RationalFunction(
        above.times(other.below).plus(other.above.times(below)), below.times(other.below));
  }

  private RationalFunction times(RationalFunction other) {
    return new RationalFunction(above.times(other.above), below.times(other.below));
  }

  private RationalFunction inverse() {
    if (above.isZero()) {
      throw NoValue.here();
    }
    return new RationalFunction(below, above);
  }

  /** Throws where the division leaves a rest. */
  Polynomial polynomial() {
    return above.over(below);
  }
}
