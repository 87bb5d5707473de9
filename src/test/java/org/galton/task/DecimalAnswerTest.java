package org.galton.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DecimalAnswerTest {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(?:(?:[0-9]{1,3}(?:,[0-9]{3})+\\b|[0-9]+)(?:\\.[0-9]+)?|\\.[0-9]+)"
              + "(?:[eE][-+]?[0-9]{1,3})?");
  private static final String LETTERS = "0123456789+-.,eE )ab\n";

  @Test
  void skippingTextWithoutDigitsFindsTheSameNumbers() {
    Random random = new Random(17);
    int found = 0;
    for (int trial = 0; trial < 50_000; trial++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(24);
      for (int i = 0; i < length; i++) {
        text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      Optional<BigDecimal> first = bySearch(text.toString(), true);
      Optional<BigDecimal> last = bySearch(text.toString(), false);
      found += last.isPresent() ? 1 : 0;

      assertThat(DecimalAnswer.first(text.toString())).as("first of '%s'", text).isEqualTo(first);
      assertThat(DecimalAnswer.last(text.toString())).as("last of '%s'", text).isEqualTo(last);
    }
    assertThat(found).isGreaterThan(30_000);
  }

  /** Every character looked at by a matcher. */
  private static Optional<BigDecimal> bySearch(String text, boolean first) {
    Matcher matcher = NUMBER.matcher(text);
    Optional<BigDecimal> found = Optional.empty();
    while ((found.isEmpty() || !first) && matcher.find()) {
      String match = matcher.group();
      boolean operator =
          !Character.isDigit(match.charAt(0))
              && match.charAt(0) != '.'
              && text.substring(0, matcher.start()).matches("(?s).*[0-9A-Za-z)]");
      found = Optional.of(new BigDecimal((operator ? match.substring(1) : match).replace(",", "")));
    }
    return found;
  }
}
