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

  private DecimalAnswer() {}

  static Optional<BigDecimal> whole(String text) {
    String stripped = text.strip();
    Matcher matcher = NUMBER.matcher(stripped);
    return matcher.matches() ? number(stripped) : Optional.empty();
  }

  static Optional<BigDecimal> first(String text) {
    String head = text.substring(0, Math.min(text.length(), SEARCHED));
    Matcher matcher = NUMBER.matcher(head);
    return matcher.find() ? number(signed(head, matcher)) : Optional.empty();
  }

  static Optional<BigDecimal> last(String text) {
    String tail = text.substring(Math.max(0, text.length() - SEARCHED));
    Matcher matcher = NUMBER.matcher(tail);
    Optional<BigDecimal> last = Optional.empty();
    while (matcher.find()) {
      last = number(signed(tail, matcher));
    }
    return last;
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
