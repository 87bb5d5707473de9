package org.galton.task;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds decimal numbers in what a model wrote: {@code -1,234.50}, {@code .5}, {@code 6.02e23}. */
final class DecimalAnswer {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+\\b|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+)"
              + "(?:[eE][-+]?[0-9]{1,3})?");

  /** Characters searched: the end of a completion for its last number. */
  private static final int SEARCHED = 10_000;

  private static final int LONGEST = 64;

  /** A sign and a point. */
  private static final int MOST_BEFORE_A_DIGIT = 2;

  private DecimalAnswer() {}

  static Optional<BigDecimal> whole(String text) {
    String stripped = text.strip();
    Matcher matcher = NUMBER.matcher(stripped);
    return matcher.matches() ? number(stripped) : Optional.empty();
  }

  static Optional<BigDecimal> first(String text) {
    String head = text.substring(0, Math.min(text.length(), SEARCHED));
    Matcher matcher = NUMBER.matcher(head);
    return find(head, matcher, 0) ? number(signed(head, matcher)) : Optional.empty();
  }

  static Optional<BigDecimal> last(String text) {
    String tail = text.substring(Math.max(0, text.length() - SEARCHED));
    Matcher matcher = NUMBER.matcher(tail);
    Optional<BigDecimal> last = Optional.empty();
    for (int from = 0; find(tail, matcher, from); from = matcher.end()) {
      last = number(signed(tail, matcher));
    }
    return last;
  }

  /**
   * Searches from shortly before the next digit: most text has none, and the matcher takes a
   * hundred times as long for a character.
   */
  private static boolean find(String text, Matcher matcher, int from) {
    int digit = from;
    while (digit < text.length() && !isDigit(text.charAt(digit))) {
      digit++;
    }
    return digit < text.length() && matcher.find(Math.max(from, digit - MOST_BEFORE_A_DIGIT));
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  /** The same text for equal numbers. */
  static String canonical(BigDecimal number) {
    if (number.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return Math.abs(stripped.scale()) <= LONGEST ? stripped.toPlainString() : stripped.toString();
  }

  /** The match, without a sign that is an operator: the 3 of {@code 5-3}. */
  private static String signed(String text, Matcher matcher) {
    String match = matcher.group();
    boolean operator =
        (match.startsWith("-") || match.startsWith("+"))
            && matcher.start() > 0
            && (Character.isLetterOrDigit(text.charAt(matcher.start() - 1))
                || text.charAt(matcher.start() - 1) == ')');
    return operator ? match.substring(1) : match;
  }

  private static Optional<BigDecimal> number(String text) {
    return text.length() > LONGEST
        ? Optional.empty()
        : Optional.of(new BigDecimal(text.replace(",", "")));
  }
}
