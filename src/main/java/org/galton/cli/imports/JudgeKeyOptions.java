package org.galton.cli.imports;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.galton.spec.InvalidInput;
import picocli.CommandLine.Option;

/** Keys of the one judge after {@code --judge} that have an option of their own. */
final class JudgeKeyOptions {
  private static final String IGNORE_CASE = "--ignore-case";
  private static final String MARKER = "--marker";
  private static final String TOLERANCE = "--tolerance";
  private static final String PATTERN = "--pattern";
  private static final int MOST_DIGITS = 20;

  @Option(
      names = IGNORE_CASE,
      description = "The judge's ignore_case: letters' case does not count.")
  private boolean ignoreCase;

  @Option(
      names = MARKER,
      paramLabel = "TEXT",
      description = "The judge's marker: what follows the last of these is the answer.")
  private String marker;

  @Option(
      names = TOLERANCE,
      paramLabel = "NUMBER",
      description = "The judge's tolerance: largest difference (default 0).")
  private BigDecimal tolerance;

  @Option(
      names = PATTERN,
      paramLabel = "REGEX",
      description =
          "The judge's pattern: its one group at its first match is the answer, in RE2's syntax.")
  private String pattern;

  /** Those that were given, with YAML values. */
  Map<String, String> keys() {
    Map<String, String> keys = new LinkedHashMap<>();
    if (ignoreCase) {
      keys.put(IGNORE_CASE, "true");
    }
    if (marker != null) {
      keys.put(MARKER, JudgeOptions.quoted(marker));
    }
    if (tolerance != null) {
      checkDigits();
      keys.put(TOLERANCE, tolerance.toPlainString());
    }
    if (pattern != null) {
      keys.put(PATTERN, JudgeOptions.quoted(pattern));
    }
    return keys;
  }

  /** A few letters such as 1e-999999999 stand for a number of any length. */
  private void checkDigits() {
    if (tolerance.scale() > MOST_DIGITS
        || (long) tolerance.precision() - tolerance.scale() > MOST_DIGITS) {
      throw new InvalidInput(
          "Invalid --tolerance %s: expected a number such as 0.01, of at most %d digits before and after the point"
              .formatted(tolerance, MOST_DIGITS));
    }
  }
}
