package org.galton.task.judge.math.value;

import java.math.BigInteger;
import java.util.List;
import org.galton.task.judge.math.tree.Constants;
import org.galton.task.judge.math.tree.MathConstant;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;

/**
 * Values of rational functions modulo a prime, at a point that a seed gives. The circle number and
 * e are independent names, unknown functions are names of their arguments.
 */
record Residues(Modulus modulus, String seed) {
  /** Whether it has values of this kind at almost all points. */
  static boolean isRational(MathNode node) {
    boolean self =
        node instanceof MathNode.Call call
            ? isUnknown(call.function())
            : node instanceof MathNode.Power power
                ? isWhole(power.exponent())
                : !(node instanceof MathNode.Constant constant)
                    || constant.constant() == MathConstant.PI
                    || constant.constant() == MathConstant.E;
    return self && Constants.parts(node).stream().allMatch(Residues::isRational);
  }

  private static boolean isWhole(MathNode node) {
    return node instanceof MathNode.Literal literal
        && literal.value().getDenominator().equals(BigInteger.ONE);
  }

  private static boolean isUnknown(MathFunction function) {
    return function == MathFunction.FACTORIAL || function == MathFunction.BINOMIAL;
  }

  /** Throws where it is no rational function, or its denominator is 0 at the point. */
  long value(MathNode node) {
    if (node instanceof MathNode.Literal literal) {
      return modulus.of(literal.value());
    } else if (node instanceof MathNode.Name name) {
      return modulus.hashed(seed + name.text());
    } else if (node instanceof MathNode.Constant constant) {
      if (constant.constant() == MathConstant.I || constant.constant() == MathConstant.INFINITY) {
        throw NoValue.here();
      }
      return modulus.hashed(seed + "\\" + constant.constant());
    } else if (node instanceof MathNode.Sum sum) {
      long value = 0;
      for (MathNode term : sum.terms()) {
        value = modulus.plus(value, value(term));
      }
      return value;
    } else if (node instanceof MathNode.Product product) {
      long value = 1;
      for (MathNode factor : product.factors()) {
        value = modulus.times(value, value(factor));
      }
      return value;
    } else if (node instanceof MathNode.Negative negative) {
      return modulus.negated(value(negative.of()));
    } else if (node instanceof MathNode.Quotient quotient) {
      return modulus.times(value(quotient.above()), modulus.inverse(value(quotient.below())));
    } else if (node instanceof MathNode.Power power) {
      return power(power);
    } else if (node instanceof MathNode.Opaque opaque) {
      return unknown(opaque.name(), opaque.arguments());
    } else if (node instanceof MathNode.Call call && isUnknown(call.function())) {
      return unknown(call.function().name(), call.arguments());
    }
    throw NoValue.here();
  }

  private long unknown(String name, List<MathNode> arguments) {
    StringBuilder text = new StringBuilder(seed).append(name);
    for (MathNode argument : arguments) {
      text.append('|').append(value(argument));
    }
    return modulus.hashed(text.toString());
  }

  private long power(MathNode.Power power) {
    if (!isWhole(power.exponent())) {
      throw NoValue.here();
    }
    BigInteger exponent = ((MathNode.Literal) power.exponent()).value().getNumerator();
    long base = value(power.base());
    if (base == 0) {
      if (exponent.signum() <= 0) {
        throw NoValue.here();
      }
      return 0;
    }
    return modulus.power(base, exponent);
  }
}
