package org.galton.task.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An arithmetic expression that a model wrote, evaluated exactly.
 *
 * @param text without blanks
 * @param numbers the literals in their order
 * @param value empty where it divides by zero
 */
record ArithmeticExpression(String text, List<Integer> numbers, Optional<BigFraction> value) {
  private static final int LONGEST = 200;

  /**
   * Empty where the text is no expression in {@code + - * / ( )}, or is beyond the parser's bounds.
   */
  static Optional<ArithmeticExpression> parse(String text) {
    return text.length() > LONGEST ? Optional.empty() : new Parser(text).expression();
  }

  /**
   * Recursive descent, linear in the text: {@code sum = product (('+'|'-') product)*}, {@code
   * product = factor (('*'|'/') factor)*}, {@code factor = '-' factor | '(' sum ')' | digits}. A
   * null value is one that divided by zero.
   */
  private static final class Parser {
    private static final int DEEPEST = 32;
    private static final int MOST_NUMBERS = 8;
    private static final int MOST_DIGITS = 6;

    private final String text;
    private final List<Integer> numbers = new ArrayList<>();
    private int at;
    private int depth;
    private boolean malformed;

    Parser(String text) {
      this.text = text;
    }

    Optional<ArithmeticExpression> expression() {
      BigFraction value = sum();
      skipBlanks();
      if (malformed || at < text.length()) {
        return Optional.empty();
      }
      String compact = text.replaceAll("[ \t]", "");
      return Optional.of(
          new ArithmeticExpression(compact, List.copyOf(numbers), Optional.ofNullable(value)));
    }

    private BigFraction sum() {
      BigFraction value = product();
      while (!malformed) {
        if (take('+')) {
          value = apply('+', value, product());
        } else if (take('-')) {
          value = apply('-', value, product());
        } else {
          break;
        }
      }
      return value;
    }

    private BigFraction product() {
      BigFraction value = factor();
      while (!malformed) {
        if (take('*')) {
          value = apply('*', value, factor());
        } else if (take('/')) {
          value = apply('/', value, factor());
        } else {
          break;
        }
      }
      return value;
    }

    private BigFraction factor() {
      if (++depth > DEEPEST) {
        return malformed();
      }
      BigFraction value;
      if (take('-')) {
        BigFraction operand = factor();
        value = operand == null ? null : operand.negate();
      } else if (take('(')) {
        value = sum();
        if (!take(')')) {
          return malformed();
        }
      } else {
        value = number();
      }
      depth--;
      return value;
    }

    private BigFraction number() {
      skipBlanks();
      int start = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == start || at - start > MOST_DIGITS || numbers.size() == MOST_NUMBERS) {
        return malformed();
      }
      numbers.add(Integer.valueOf(text.substring(start, at)));
      return new BigFraction(numbers.get(numbers.size() - 1));
    }

    private static BigFraction apply(char symbol, BigFraction a, BigFraction b) {
      if (a == null || b == null || (symbol == '/' && b.equals(BigFraction.ZERO))) {
        return null;
      }
      return switch (symbol) {
        case '+' -> a.add(b);
        case '-' -> a.subtract(b);
        case '*' -> a.multiply(b);
        default -> a.divide(b);
      };
    }

    private boolean take(char symbol) {
      skipBlanks();
      if (at < text.length() && text.charAt(at) == symbol) {
        at++;
        return true;
      }
      return false;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private BigFraction malformed() {
      malformed = true;
      return null;
    }
  }
}
