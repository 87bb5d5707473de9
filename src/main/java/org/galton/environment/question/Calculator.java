package org.galton.environment.question;

import java.math.BigInteger;
import org.galton.environment.Tool;

/**
 * Whole numbers with + - * and parentheses, exact. Numbers of at most 60 digits, parentheses at
 * most 50 deep.
 */
final class Calculator implements Tool {
  private static final int LONGEST_NUMBER = 60;
  private static final int DEEPEST = 50;

  @Override
  public String name() {
    return "calculator";
  }

  @Override
  public String argument() {
    return "expression";
  }

  @Override
  public String meaning() {
    return "it computes whole numbers with + - * and parentheses.";
  }

  @Override
  public String answer(String argument) {
    Reading reading = new Reading(argument);
    BigInteger value = reading.sum(0);
    if (reading.at < argument.length()) {
      throw reading.unexpected();
    }
    return value.toString();
  }

  private static final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
      skip();
    }

    private BigInteger sum(int depth) {
      BigInteger value = product(depth);
      while (here() == '+' || here() == '-') {
        boolean minus = take() == '-';
        BigInteger next = product(depth);
        value = checked(minus ? value.subtract(next) : value.add(next));
      }
      return value;
    }

    private BigInteger product(int depth) {
      BigInteger value = factor(depth);
      while (here() == '*') {
        take();
        value = checked(value.multiply(factor(depth)));
      }
      return value;
    }

    private BigInteger factor(int depth) {
      if (depth > DEEPEST) {
        throw new IllegalArgumentException(
            "parentheses and signs are more than %d deep".formatted(DEEPEST));
      }
      if (here() == '-') {
        take();
        return factor(depth + 1).negate();
      }
      if (here() == '(') {
        take();
        BigInteger value = sum(depth + 1);
        if (here() != ')') {
          throw unexpected();
        }
        take();
        return value;
      }
      int from = at;
      while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      if (at == from) {
        throw unexpected();
      }
      if (at - from > LONGEST_NUMBER) {
        throw tooLong();
      }
      BigInteger value = new BigInteger(text.substring(from, at));
      skip();
      return value;
    }

    private static BigInteger checked(BigInteger value) {
      if (value.bitLength() > 4 * LONGEST_NUMBER) {
        throw tooLong();
      }
      return value;
    }

    private static IllegalArgumentException tooLong() {
      return new IllegalArgumentException(
          "a number has more than %d digits".formatted(LONGEST_NUMBER));
    }

    private char here() {
      return at < text.length() ? text.charAt(at) : 0;
    }

    private char take() {
      char taken = text.charAt(at++);
      skip();
      return taken;
    }

    private void skip() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    private IllegalArgumentException unexpected() {
      return new IllegalArgumentException(
          at < text.length()
              ? "expected a number, + - * or parentheses at character %d".formatted(at + 1)
              : "the expression ends too early");
    }
  }
}
