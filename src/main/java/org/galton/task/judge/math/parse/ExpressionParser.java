package org.galton.task.judge.math.parse;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;

/**
 * Operators by their binding power (V. R. Pratt, Top down operator precedence, 1973). Where what
 * follows an operator is not mathematics, the expression ends before the operator. Texts with two
 * common readings, such as 1/2x, are refused.
 */
final class ExpressionParser {
  static final int LOOSEST = 0;
  private static final int OVER = 1;
  private static final int SUM = 10;
  static final int SIGN = 15;
  private static final int PRODUCT = 20;
  static final int POWER = 30;
  private static final int POSTFIX = 40;
  private static final int LARGEST_TEN = 1000;

  private final TokenCursor cursor;
  private final OperandParser operands;

  ExpressionParser(TokenCursor cursor, OperandParser operands) {
    this.cursor = cursor;
    this.operands = operands;
  }

  MathNode expression(int least) {
    cursor.deeper();
    MathNode left = operands.operand(least);
    while (true) {
      TokenCursor.Place place = cursor.place();
      try {
        MathNode longer = longer(left, least);
        if (longer == null) {
          break;
        }
        cursor.countNode();
        left = longer;
      } catch (NotMathematics e) {
        cursor.backTo(place);
        break;
      }
    }
    cursor.shallower();
    return left;
  }

  /** Null where the expression ends here. */
  private MathNode longer(MathNode left, int least) {
    MathToken token = cursor.peek();
    if (token.kind() == Kind.NUMBER && Scalars.isScalar(left)) {
      throw cursor.refuse();
    }
    if (token.kind() == Kind.MARK) {
      return switch (token.text()) {
        case "+", "-", "+-", "-+" -> least > SUM ? null : sum(left);
        case "*" -> least > PRODUCT ? null : product(left);
        case "/" -> least > PRODUCT ? null : quotient(left);
        case "^" -> least > POWER ? null : power(left);
        case "!" -> least > POSTFIX ? null : factorial(left);
        case "deg" -> least > POSTFIX ? null : postfix(MathFunction.DEGREES, left);
        case "over", "choose" -> least > OVER ? null : over(left);
        case "(", "{", "lfloor", "lceil", "|" -> juxtaposed(left, least);
        default -> null;
      };
    }
    return operands.continues(left) ? juxtaposed(left, least) : null;
  }

  private MathNode sum(MathNode left) {
    String sign = cursor.next().text();
    MathNode right = scalar(expression(SUM + 1));
    return joined(
        left,
        switch (sign) {
          case "+" -> right;
          case "-" -> new MathNode.Negative(right);
          case "+-" -> new MathNode.PlusMinus(1, right);
          default -> new MathNode.PlusMinus(-1, right);
        });
  }

  private MathNode joined(MathNode left, MathNode right) {
    List<MathNode> terms = new ArrayList<>();
    if (left instanceof MathNode.Sum sum) {
      terms.addAll(sum.terms());
    } else {
      terms.add(scalar(left));
    }
    terms.add(right);
    return new MathNode.Sum(List.copyOf(terms));
  }

  private MathNode product(MathNode left) {
    cursor.next();
    return times(left, scalar(expression(PRODUCT + 1)));
  }

  private MathNode juxtaposed(MathNode left, int least) {
    if (least > PRODUCT || !Scalars.isScalar(left)) {
      return null;
    }
    if (cursor.peek().is("|") && operands.isInAbsolute()) {
      return null;
    }
    return times(left, scalar(expression(PRODUCT + 1)));
  }

  MathNode times(MathNode left, MathNode right) {
    MathNode.Literal scientific = scientific(left, right);
    if (scientific != null) {
      return scientific;
    }
    List<MathNode> factors = new ArrayList<>();
    if (left instanceof MathNode.Product product) {
      factors.addAll(product.factors());
    } else {
      factors.add(scalar(left));
    }
    factors.add(right);
    return new MathNode.Product(List.copyOf(factors));
  }

  /** 2.5 times 10^3 is one number in digits; null for all else. */
  private static MathNode.Literal scientific(MathNode left, MathNode right) {
    boolean ten =
        right instanceof MathNode.Power power
            && power.base() instanceof MathNode.Literal base
            && base.shown() == 0
            && base.value().equals(new BigFraction(10))
            && Scalars.signed(power.exponent()) != null;
    if (!ten || !(left instanceof MathNode.Literal number) || number.shown() == 0) {
      return null;
    }
    BigFraction exponent = Scalars.signed(((MathNode.Power) right).exponent()).value();
    if (!exponent.getDenominator().equals(BigInteger.ONE)
        || exponent.getNumerator().abs().compareTo(BigInteger.valueOf(LARGEST_TEN)) > 0) {
      return null;
    }
    int power = exponent.getNumerator().intValue();
    return new MathNode.Literal(
        NumberScanner.tenTo(number.value(), power), number.shown(), number.scale() - power);
  }

  private MathNode quotient(MathNode left) {
    cursor.next();
    MathNode right = scalar(expression(PRODUCT + 1));
    MathToken after = cursor.peek();
    boolean numbers = left instanceof MathNode.Literal && right instanceof MathNode.Literal;
    if (operands.begins(after) && !(numbers && after.spaced())) {
      throw cursor.refuse();
    }
    return new MathNode.Quotient(scalar(left), right);
  }

  private MathNode power(MathNode left) {
    cursor.next();
    if (operands.takeCircle()) {
      return new MathNode.Call(MathFunction.DEGREES, List.of(scalar(left)));
    }
    MathNode exponent = operands.tight();
    return new MathNode.Power(scalar(left), exponent);
  }

  private MathNode factorial(MathNode left) {
    if (left instanceof MathNode.Power || cursor.peek(1).is("!")) {
      throw cursor.refuse();
    }
    return postfix(MathFunction.FACTORIAL, left);
  }

  private MathNode postfix(MathFunction function, MathNode left) {
    cursor.next();
    return new MathNode.Call(function, List.of(scalar(left)));
  }

  private MathNode over(MathNode left) {
    boolean fraction = cursor.next().is("over");
    MathNode right = scalar(expression(OVER + 1));
    return fraction
        ? new MathNode.Quotient(scalar(left), right)
        : new MathNode.Call(MathFunction.BINOMIAL, List.of(scalar(left), right));
  }

  static MathNode scalar(MathNode node) {
    if (!Scalars.isScalar(node)) {
      throw NotMathematics.here();
    }
    return node;
  }
}
