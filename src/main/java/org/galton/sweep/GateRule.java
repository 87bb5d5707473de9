package org.galton.sweep;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be, as people write it: a change, {@code pass@1 drops by more than 0.02}, or a
 * figure, {@code pass@1 below 0.5}.
 *
 * @param metric as printed: pass@8, mean@n or maj@n; of a limit any figure's name
 * @param limit the change that is still allowed, or the figure, in the metric's unit
 */
public record GateRule(String metric, Direction direction, double limit) {
  /** How a change is written. */
  public static final String CHANGE = "METRIC drops|rises by more than NUMBER";

  /** How a limit is written. */
  public static final String LIMIT = "FIGURE below|above NUMBER";

  private static final String NUMBER = "\\s+([0-9]*[.]?[0-9]+)\\s*";
  private static final Pattern CHANGES =
      Pattern.compile(
          "\\s*(pass@[0-9]{1,9}|mean@n|maj@n)\\s+(drops|rises)\\s+by\\s+more\\s+than" + NUMBER);
  private static final Pattern LIMITS =
      Pattern.compile("\\s*([a-z][a-z0-9_.@^-]{0,99})\\s+(below|above)" + NUMBER);
  private static final String PASS = "pass@";

  /** Which change is meant, or on which side of the limit the figure must not be. */
  public enum Direction {
    DROPS,
    RISES,
    BELOW,
    ABOVE;

    public boolean isChange() {
      return this == DROPS || this == RISES;
    }
  }

  /**
   * @throws IllegalArgumentException when the sentence is not of this form
   */
  public static GateRule parse(String sentence) {
    Matcher change = CHANGES.matcher(sentence);
    Matcher words = change.matches() ? change : LIMITS.matcher(sentence);
    if (!words.matches()) {
      throw new IllegalArgumentException(
          "Invalid gate '%s': expected '%s', METRIC being pass@K, mean@n or maj@n, as in 'pass@1 drops by more than 0.02', or '%s', as in 'pass@1 below 0.5'"
              .formatted(sentence, CHANGE, LIMIT));
    }
    return new GateRule(
        words.group(1),
        Direction.valueOf(words.group(2).toUpperCase(Locale.ROOT)),
        Double.parseDouble(words.group(3)));
  }

  /** Of pass@k. */
  public OptionalInt k() {
    return metric.matches(PASS + "[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(metric.substring(PASS.length())))
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return metric
        + " "
        + direction.name().toLowerCase(Locale.ROOT)
        + (direction.isChange() ? " by more than " : " ")
        + BigDecimal.valueOf(limit).stripTrailingZeros().toPlainString();
  }
}
