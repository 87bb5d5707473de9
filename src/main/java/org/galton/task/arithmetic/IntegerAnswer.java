package org.galton.task.arithmetic;

import java.util.Optional;

/** Reads an integer from the head of what a model wrote. */
final class IntegerAnswer {
  private static final int LONGEST = 40;
  private static final String CLOSING = ".,;:!)]}\"'`*$";

  private IntegerAnswer() {}

  /**
   * An optionally signed integer, thousands commas allowed, that ends at a blank, at closing
   * punctuation or with the text; without leading zeros. A decimal fraction, an expression or a
   * number of more than 40 digits is none.
   */
  static Optional<String> leading(String text) {
    int at = 0;
    boolean negative = text.startsWith("-");
    if (negative || text.startsWith("+")) {
      at++;
    }
    StringBuilder digits = new StringBuilder();
    while (isDigit(text, at) || (!digits.isEmpty() && startsGroup(text, at))) {
      if (digits.length() == LONGEST) {
        return Optional.empty();
      }
      if (isDigit(text, at)) {
        digits.append(text.charAt(at));
      }
      at++;
    }
    if (digits.isEmpty() || !ends(text, at)) {
      return Optional.empty();
    }
    return Optional.of(canonical(negative, digits.toString()));
  }

  private static boolean startsGroup(String text, int at) {
    return text.startsWith(",", at)
        && isDigit(text, at + 1)
        && isDigit(text, at + 2)
        && isDigit(text, at + 3)
        && !isDigit(text, at + 4);
  }

  private static boolean ends(String text, int at) {
    return at == text.length()
        || Character.isWhitespace(text.charAt(at))
        || (CLOSING.indexOf(text.charAt(at)) >= 0 && !isDigit(text, at + 1));
  }

  private static String canonical(boolean negative, String digits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    String magnitude = digits.substring(first);
    return negative && !magnitude.equals("0") ? "-" + magnitude : magnitude;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
