package org.galton.junk.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.math3.fraction.BigFraction;

/**
 * An equation as a text has it: numbers with + - * / between them, an equals sign, and a number,
 * such as {@code 3+5+1=9}. Blanks around signs do not count. Numbers have up to 18 digits, decimals
 * included, and there are up to 16 of them; what is longer is not read.
 *
 * @param left without blanks
 * @param right the number after the equals sign
 */
public record Equation(String left, String right) {
  private static final int MOST_DIGITS = 18;
  private static final int MOST_NUMBERS = 16;
  private static final String NUMBER = "\\d++(?:\\.\\d++)?+";

  /** Whole chains, with an equals sign or without, so that no character is looked at twice. */
  private static final Pattern CHAIN =
      Pattern.compile(
          "(%s(?:[ \t]*+[-+*/][ \t]*+%s)*+)(?:[ \t]*+=[ \t]*+(-?+%s))?+"
              .formatted(NUMBER, NUMBER, NUMBER));

  private static final Pattern PART = Pattern.compile("[-+*/]|" + NUMBER);

  /** In their order; linear in the text. */
  public static List<Equation> in(String text) {
    List<Equation> found = new ArrayList<>();
    Matcher chains = CHAIN.matcher(text);
    while (chains.find()) {
      String left = chains.group(1).replaceAll("[ \t]", "");
      if (chains.group(2) != null && left.matches(".*[-+*/].*") && isReadable(left, chains)) {
        found.add(new Equation(left, chains.group(2)));
      }
    }
    return found;
  }

  private static boolean isReadable(String left, Matcher chains) {
    List<String> parts = parts(left);
    return parts.size() < 2 * MOST_NUMBERS
        && parts.stream().allMatch(part -> part.length() <= MOST_DIGITS)
        && chains.group(2).length() <= MOST_DIGITS;
  }

  private static List<String> parts(String left) {
    return PART.matcher(left).results().map(part -> part.group()).toList();
  }

  /** Exactly: a rounded quotient is wrong. */
  public boolean isTrue() {
    return value(left).equals(Optional.of(fraction(right)));
  }

  /** What the left side comes to; empty where it divides by 0. */
  static Optional<BigFraction> value(String left) {
    List<String> parts = parts(left);
    BigFraction sum = BigFraction.ZERO;
    BigFraction product = fraction(parts.get(0));
    for (int i = 1; i < parts.size(); i += 2) {
      BigFraction next = fraction(parts.get(i + 1));
      switch (parts.get(i)) {
        case "*" -> product = product.multiply(next);
        case "/" -> {
          if (next.equals(BigFraction.ZERO)) {
            return Optional.empty();
          }
          product = product.divide(next);
        }
        default -> {
          sum = sum.add(product);
          product = parts.get(i).equals("-") ? next.negate() : next;
        }
      }
    }
    return Optional.of(sum.add(product));
  }

  private static BigFraction fraction(String number) {
    int point = number.indexOf('.');
    if (point < 0) {
      return new BigFraction(Long.parseLong(number));
    }
    BigFraction scale = new BigFraction(10).pow(number.length() - point - 1);
    return new BigFraction(Long.parseLong(number.replace(".", ""))).divide(scale);
  }

  @Override
  public String toString() {
    return left + "=" + right;
  }
}
