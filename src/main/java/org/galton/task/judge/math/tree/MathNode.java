package org.galton.task.judge.math.tree;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;

/** A part of a mathematical text. Sums and products hold at least two members. */
public sealed interface MathNode {

  /**
   * A number in digits.
   *
   * @param shown significant digits, where it has a point or an exponent; 0 for a whole number
   * @param scale the last digit counts 10^-scale
   */
  record Literal(BigFraction value, int shown, int scale) implements MathNode {
    public static Literal whole(long value) {
      return new Literal(new BigFraction(value), 0, 0);
    }
  }

  record Name(String text) implements MathNode {}

  record Constant(MathConstant constant) implements MathNode {}

  record Sum(List<MathNode> terms) implements MathNode {}

  record Product(List<MathNode> factors) implements MathNode {}

  record Quotient(MathNode above, MathNode below) implements MathNode {}

  record Power(MathNode base, MathNode exponent) implements MathNode {}

  record Negative(MathNode of) implements MathNode {}

  record Call(MathFunction function, List<MathNode> arguments) implements MathNode {}

  /** A function of which nothing is known but its name: f(x). */
  record Opaque(String name, List<MathNode> arguments) implements MathNode {}

  /**
   * @param first sign of the first of the two values that are meant: 1 for plus or minus, -1 for
   *     minus or plus
   */
  record PlusMinus(int first, MathNode of) implements MathNode {}

  /** A tuple, a set, an interval; a single value in parentheses is the value. */
  record Bracketed(Bracket open, Bracket close, List<MathNode> items) implements MathNode {}

  /** A list without brackets. */
  record Listed(Connective connective, List<MathNode> items) implements MathNode {}

  record Matrix(List<List<MathNode>> rows) implements MathNode {}

  /** a = b, 1 < x < 4: one relation fewer than members. */
  record Chain(List<MathNode> members, List<Relation> relations) implements MathNode {}

  record Combined(SetOperation operation, MathNode left, MathNode right) implements MathNode {}

  /** The real numbers, the whole numbers and the like. */
  record NumberSet(String letter) implements MathNode {}

  record Ratio(List<MathNode> terms) implements MathNode {}

  /** 7:45 a.m., compared as text. */
  record Clock(String text) implements MathNode {}

  /** 12-15, as pages. */
  record Range(MathNode from, MathNode to) implements MathNode {}

  /** 204 to the base 5. */
  record Based(String digits, int base) implements MathNode {}

  record Measured(MathNode value, Measure measure) implements MathNode {}
}
