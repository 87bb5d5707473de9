package org.galton.task.judge.math.parse;

import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.galton.task.judge.math.parse.MathToken.Kind;
import org.galton.task.judge.math.tree.MathNode;
import org.galton.task.judge.math.tree.Scalars;

/** A number, alone, with a base, with a word such as million, or mixed with a fraction. */
final class NumberParser {
  private static final int LARGEST_BASE = 36;

  private final TokenCursor cursor;

  NumberParser(TokenCursor cursor) {
    this.cursor = cursor;
  }

  MathNode number() {
    MathToken token = cursor.next();
    MathNode.Literal number = token.number();
    if (cursor.peek().is("_")) {
      return based(token);
    }
    if (!Scalars.isWhole(number)) {
      return scaled(number);
    }
    if (cursor.peek().isCommand("frac")) {
      MathNode.Quotient fraction = properFraction();
      return fraction == null ? number : new MathNode.Sum(List.of(number, fraction));
    }
    MathToken above = cursor.peek();
    if (above.kind() == Kind.NUMBER && above.spaced() && cursor.peek(1).is("/")) {
      return mixed(number);
    }
    return scaled(number);
  }

  private MathNode based(MathToken token) {
    cursor.next();
    boolean grouped = cursor.take("{");
    MathToken index = cursor.next();
    if (grouped) {
      cursor.expect("}");
    }
    String digits = token.text();
    boolean plain = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!plain || index.kind() != Kind.NUMBER || index.text().length() > 2) {
      throw cursor.refuse();
    }
    int base = index.number().value().intValue();
    boolean below = digits.chars().allMatch(c -> c - '0' < base);
    if (base < 2 || base > LARGEST_BASE || !below || !Scalars.isWhole(index.number())) {
      throw cursor.refuse();
    }
    String shortest = digits.replaceFirst("^0+(?=.)", "");
    return new MathNode.Based(shortest, base);
  }

  private MathNode scaled(MathNode.Literal number) {
    MathToken word = cursor.peek();
    int zeros = word.isWord() ? NumberWords.zeros(word.text()) : 0;
    if (zeros == 0) {
      return number;
    }
    cursor.next();
    return new MathNode.Literal(
        NumberScanner.tenTo(number.value(), zeros), number.shown(), number.scale() - zeros);
  }

  /** 2 1/3. */
  private MathNode mixed(MathNode.Literal whole) {
    MathToken above = cursor.next();
    cursor.next();
    MathToken below = cursor.next();
    boolean proper = below.kind() == Kind.NUMBER && isProper(above.number(), below.number());
    if (!proper || cursor.peek().is("^") || cursor.peek().is("!") || cursor.peek().is("/")) {
      throw cursor.refuse();
    }
    return new MathNode.Sum(List.of(whole, new MathNode.Quotient(above.number(), below.number())));
  }

  /** Null, with nothing taken, where what comes is none of whole numbers below 1. */
  private MathNode.Quotient properFraction() {
    int[] at = {1};
    MathNode.Literal above = argument(at);
    MathNode.Literal below = above == null ? null : argument(at);
    if (below == null || !isProper(above, below)) {
      return null;
    }
    if (cursor.peek(at[0]).is("^")) {
      throw cursor.refuse();
    }
    for (int i = 0; i < at[0]; i++) {
      cursor.next();
    }
    return new MathNode.Quotient(above, below);
  }

  /** A whole number that is an argument of the fraction; two digits at once are none here. */
  private MathNode.Literal argument(int[] at) {
    MathToken token = cursor.peek(at[0]);
    if (token.kind() == Kind.NUMBER && token.text().length() == 1) {
      at[0]++;
      return token.number();
    }
    boolean grouped =
        token.is("{")
            && cursor.peek(at[0] + 1).kind() == Kind.NUMBER
            && cursor.peek(at[0] + 2).is("}");
    if (!grouped) {
      return twoDigits(token, at);
    }
    at[0] += 3;
    return cursor.peek(at[0] - 2).number();
  }

  /** Splits the digits of a fraction such as {@code \frac12} for both arguments. */
  private MathNode.Literal twoDigits(MathToken token, int[] at) {
    boolean two = at[0] == 1 && token.kind() == Kind.NUMBER && token.text().matches("[0-9]{2}");
    if (!two) {
      return null;
    }
    cursor.split();
    at[0]++;
    return cursor.peek(1).number();
  }

  private static boolean isProper(MathNode.Literal above, MathNode.Literal below) {
    return Scalars.isWhole(above)
        && Scalars.isWhole(below)
        && above.value().compareTo(BigFraction.ZERO) > 0
        && above.value().compareTo(below.value()) < 0;
  }
}
