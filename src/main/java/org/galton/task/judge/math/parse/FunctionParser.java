package org.galton.task.judge.math.parse;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathFunction;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;

/** Functions and commands, and what of the text after them is their argument. */
final class FunctionParser {
  private final TokenCursor cursor;
  private final OperandParser operands;

  FunctionParser(TokenCursor cursor, OperandParser operands) {
    this.cursor = cursor;
    this.operands = operands;
  }

  MathNode command() {
    MathToken token = cursor.next();
    return switch (token.text()) {
      case "frac" -> new MathNode.Quotient(argument(), argument());
      case "binom" -> new MathNode.Call(MathFunction.BINOMIAL, List.of(argument(), argument()));
      case "sqrt" -> root();
      default -> new MathNode.Call(MathFunction.SQRT, List.of(signArgument()));
    };
  }

  private MathNode root() {
    MathNode degree = null;
    if (cursor.take("[")) {
      degree = scalar(operands.expressions().expression(ExpressionParser.LOOSEST));
      cursor.expect("]");
    }
    MathToken token = cursor.peek();
    if (token.kind() == Kind.NUMBER && token.text().length() > 1) {
      throw cursor.refuse();
    }
    MathNode of = token.is("(") ? scalar(operands.operand(ExpressionParser.POWER)) : argument();
    return degree == null
        ? new MathNode.Call(MathFunction.SQRT, List.of(of))
        : new MathNode.Call(MathFunction.ROOT, List.of(degree, of));
  }

  /** Of the plain sign of a root: one operand. */
  private MathNode signArgument() {
    MathToken token = cursor.peek();
    if (token.kind() == Kind.LETTERS && token.text().length() > 1) {
      throw cursor.refuse();
    }
    return scalar(operands.operand(ExpressionParser.POWER));
  }

  /** A group, or one digit, letter or command, as LaTeX takes it. */
  private MathNode argument() {
    MathToken token = cursor.peek();
    if (token.is("{")) {
      return scalar(operands.operand(ExpressionParser.POWER));
    }
    boolean split = token.text().length() > 1;
    if (token.kind() == Kind.NUMBER && split) {
      return firstDigit(token);
    }
    if (token.kind() == Kind.LETTERS && split) {
      String rest = token.text().substring(1);
      cursor.replace(
          new MathToken(Kind.LETTERS, rest, null, false, token.start() + 1, token.end()));
      return new MathNode.Name(token.text().substring(0, 1));
    }
    boolean one =
        token.kind() == Kind.NUMBER || token.kind() == Kind.LETTERS || token.kind() == Kind.NAME;
    if (!one && token.kind() != Kind.COMMAND) {
      throw NotMathematics.here();
    }
    return scalar(operands.operand(ExpressionParser.POWER));
  }

  private MathNode firstDigit(MathToken token) {
    String digits = token.text();
    if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw cursor.refuse();
    }
    BigFraction rest = new BigFraction(new java.math.BigInteger(digits.substring(1)));
    MathNode.Literal literal = new MathNode.Literal(rest, 0, 0);
    cursor.replace(
        new MathToken(
            Kind.NUMBER, digits.substring(1), literal, false, token.start() + 1, token.end()));
    return MathNode.Literal.whole(digits.charAt(0) - '0');
  }

  /** Behind the name of a function: its base and its exponent, then its argument. */
  MathNode applied(MathFunction function) {
    MathNode base = null;
    MathNode exponent = null;
    while ((cursor.peek().is("_") && base == null) || (cursor.peek().is("^") && exponent == null)) {
      if (cursor.next().is("_")) {
        base = operands.tight();
      } else {
        exponent = operands.tight();
      }
    }
    if (base != null && function != MathFunction.LOG) {
      throw cursor.refuse();
    }
    List<MathNode> arguments = arguments();
    boolean several =
        function == MathFunction.GCD
            || function == MathFunction.LCM
            || function == MathFunction.MIN
            || function == MathFunction.MAX;
    if (arguments.size() > 1 && !several) {
      throw cursor.refuse();
    }
    if (base != null) {
      arguments = List.of(base, arguments.get(0));
    }
    MathFunction known = function == MathFunction.LG ? MathFunction.LOG : function;
    if (exponent == null) {
      return new MathNode.Call(known, arguments);
    }
    MathNode.Literal power = Scalars.signed(exponent);
    if (power != null && power.value().equals(BigFraction.MINUS_ONE)) {
      MathFunction inverse = function.inverse().orElseThrow(cursor::refuse);
      return new MathNode.Call(inverse, arguments);
    }
    return new MathNode.Power(new MathNode.Call(known, arguments), exponent);
  }

  private List<MathNode> arguments() {
    MathToken token = cursor.peek();
    if (token.is("(") || token.is("{") || token.is("[")) {
      return operands.arguments();
    }
    if (cursor.take("-")) {
      return List.of(new MathNode.Negative(factors()));
    }
    return List.of(factors());
  }

  /** In sin 2 pi t all three; up to an operator, a bracket or another function. */
  private MathNode factors() {
    List<MathNode> factors = new ArrayList<>();
    MathToken token;
    do {
      factors.add(scalar(operands.expressions().expression(ExpressionParser.POWER)));
      token = cursor.peek();
    } while (operands.begins(token)
        && token.kind() != Kind.MARK
        && operands.continues(factors.get(0))
        && !isFunction(token));
    if (cursor.peek().is("/") && !cursor.peek().spaced() && !isFunction(cursor.peek(1))) {
      throw cursor.refuse();
    }
    return factors.size() == 1 ? factors.get(0) : new MathNode.Product(List.copyOf(factors));
  }

  private static boolean isFunction(MathToken token) {
    return token.isWord() && MathFunction.named(token.text()).isPresent();
  }

  private static MathNode scalar(MathNode node) {
    return ExpressionParser.scalar(node);
  }
}
