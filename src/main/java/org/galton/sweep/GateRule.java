package org.galton.sweep;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A change that must not be, as people write it: {@code pass@1 drops by more than 0.02}.
 *
 * @param metric as printed: pass@8, mean@n or maj@n
 * @param limit the change that is still allowed, in the metric's unit
 */
public record GateRule(String metric, Direction direction, double limit) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\s*(pass@[0-9]{1,9}|mean@n|maj@n)\\s+(drops|rises)\\s+by\\s+more\\s+than"
              + "\\s+([0-9]*[.]?[0-9]+)\\s*");
  private static final String PASS = "pass@";

  /** Which change is meant. */
  public enum Direction {
    DROPS,
    RISES
  }

  /**
   * @throws IllegalArgumentException when the sentence is not of this form
   */
  public static GateRule parse(String sentence) {
    Matcher words = SENTENCE.matcher(sentence);
    if (!words.matches()) {
      throw new IllegalArgumentException(
          "Invalid gate '%s': expected 'METRIC drops|rises by more than NUMBER', METRIC being"
                  .formatted(sentence)
              + " pass@K, mean@n or maj@n, as in 'pass@1 drops by more than 0.02'");
    }
    return new GateRule(
        words.group(1),
        Direction.valueOf(words.group(2).toUpperCase(Locale.ROOT)),
        Double.parseDouble(words.group(3)));
  }

  /** Of pass@k. */
  public OptionalInt k() {
    return metric.startsWith(PASS)
        ? OptionalInt.of(Integer.parseInt(metric.substring(PASS.length())))
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return metric + " " + direction.name().toLowerCase(Locale.ROOT) + " by more than " + limit;
  }
}
