package org.galton.study.emergence;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import org.galton.job.input.GivenRow;
import org.galton.spec.InvalidInput;

/** What the text of a cell means; an {@link InvalidInput} where it means nothing. */
final class CellText {
  private static final Set<String> TRUE = Set.of("1", "1.0", "true", "yes");
  private static final Set<String> FALSE = Set.of("0", "0.0", "false", "no");
  private static final String NUMBER = "a number, or nothing where there is none";

  private CellText() {}

  static int whole(GivenRow row, String column) {
    try {
      return new BigDecimal(row.text(column).strip()).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw row.wrong(column, "a whole number in every row");
    }
  }

  /** Null where there is none; NaN and infinities are told apart from text. */
  static Double number(GivenRow row, String column) {
    String text = row.text(column).strip().toLowerCase(Locale.ROOT);
    return switch (text) {
      case "" -> null;
      case "nan" -> Double.NaN;
      case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
      case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
      default -> {
        try {
          yield new BigDecimal(text).doubleValue();
        } catch (NumberFormatException e) {
          throw row.wrong(column, NUMBER);
        }
      }
    };
  }

  /** Null where there is none. */
  static Double finite(GivenRow row, String column) {
    Double number = number(row, column);
    if (number != null && !Double.isFinite(number)) {
      throw row.wrong(column, NUMBER);
    }
    return number;
  }

  /** Null where there is none. */
  static Boolean truth(GivenRow row, String column) {
    String text = row.text(column).strip().toLowerCase(Locale.ROOT);
    if (text.isEmpty()) {
      return null;
    }
    if (TRUE.contains(text) || FALSE.contains(text)) {
      return TRUE.contains(text);
    }
    throw row.wrong(column, "0 or 1, or nothing where it is not known");
  }
}
