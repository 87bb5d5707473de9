package org.galton.task.judge.math.tree;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** Makes and tells apart the nodes whose value is one number. */
public final class Scalars {
  private Scalars() {}

  /** Whether its value is one number, known or not. */
  public static boolean isScalar(MathNode node) {
    return node instanceof MathNode.Literal
        || node instanceof MathNode.Name
        || node instanceof MathNode.Constant
        || node instanceof MathNode.Sum
        || node instanceof MathNode.Product
        || node instanceof MathNode.Quotient
        || node instanceof MathNode.Power
        || node instanceof MathNode.Negative
        || node instanceof MathNode.Call
        || node instanceof MathNode.Opaque
        || node instanceof MathNode.PlusMinus;
  }

  public static boolean isWhole(MathNode node) {
    return node instanceof MathNode.Literal literal
        && literal.shown() == 0
        && literal.value().getDenominator().bitLength() == 1;
  }

  /** The number, with its sign, if it is one in digits; else null. */
  public static MathNode.Literal signed(MathNode node) {
    if (node instanceof MathNode.Literal literal) {
      return literal;
    }
    if (node instanceof MathNode.Negative negative
        && negative.of() instanceof MathNode.Literal literal) {
      return new MathNode.Literal(literal.value().negate(), literal.shown(), literal.scale());
    }
    return null;
  }

  public static boolean isInfinite(MathNode node) {
    MathNode of = node instanceof MathNode.Negative negative ? negative.of() : node;
    return of instanceof MathNode.Constant constant && constant.constant() == MathConstant.INFINITY;
  }

  public static MathNode minus(MathNode left, MathNode right) {
    return new MathNode.Sum(List.of(left, new MathNode.Negative(right)));
  }

  public static MathNode times(BigFraction factor, MathNode node) {
    return new MathNode.Product(List.of(new MathNode.Literal(factor, 0, 0), node));
  }
}
