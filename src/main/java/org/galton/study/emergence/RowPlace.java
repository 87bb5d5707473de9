package org.galton.study.emergence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.galton.spec.InvalidInput;

/**
 * Where a text was found, and what it means there.
 *
 * @param roundText as the file has it
 * @param agent empty where the text is about the whole round
 */
record RowPlace(String file, String group, String roundText, String agent) {
  private static final Set<String> TRUE = Set.of("1", "1.0", "true", "yes");
  private static final Set<String> FALSE = Set.of("0", "0.0", "false", "no");

  RowPlace(String file, String group, String roundText) {
    this(file, group, roundText, "");
  }

  RowPlace of(String name) {
    return new RowPlace(file, group, roundText, name);
  }

  int round() {
    try {
      return new BigDecimal(roundText.strip()).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw problem("column 'round' is '" + roundText + "'", "a whole number in every row");
    }
  }

  /** Null where there is none; NaN and infinities are told apart from text. */
  Double number(String text, String column) {
    if (text.isBlank()) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        try {
          yield new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException e) {
          throw problem(
              "column '%s' is '%s'".formatted(column, text),
              "a number, or nothing where there is none");
        }
      }
    };
  }

  /** Null where there is none. */
  Double finite(String text, String column) {
    Double number = number(text, column);
    if (number != null && !Double.isFinite(number)) {
      throw problem(
          "column '%s' is '%s'".formatted(column, text),
          "a number, or nothing where there is none");
    }
    return number;
  }

  /** Null where there is none. */
  Boolean truth(String text, String column) {
    if (text.isBlank()) {
      return null;
    }
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (TRUE.contains(lower) || FALSE.contains(lower)) {
      return TRUE.contains(lower);
    }
    throw problem(
        "column '%s' is '%s'".formatted(column, text), "0 or 1, or nothing where it is not known");
  }

  InvalidInput problem(String found, String expected) {
    String who = agent.isEmpty() ? "" : ", agent '" + agent + "'";
    return new InvalidInput(
        "Cannot read %s: group '%s', round '%s'%s: %s; expected %s"
            .formatted(file, group, roundText, who, found, expected));
  }
}
