package org.galton.study.advantages;

import org.galton.spec.InvalidInput;

/** Two numbers of an option, such as {@code 0.2,0.28}. */
final class NumberPair {
  private NumberPair() {}

  /**
   * Null of nothing.
   *
   * @param option as it is written
   * @throws InvalidInput when there are not two finite numbers
   */
  static double[] parse(String option, String text, String example) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(",", -1);
    try {
      if (parts.length == 2) {
        double[] pair = {
          Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip())
        };
        if (Double.isFinite(pair[0]) && Double.isFinite(pair[1])) {
          return pair;
        }
      }
    } catch (NumberFormatException e) {
      throw invalid(option, text, example, e);
    }
    throw invalid(option, text, example, null);
  }

  private static InvalidInput invalid(
      String option, String text, String example, NumberFormatException cause) {
    return new InvalidInput(
        "Invalid %s '%s': expected two numbers such as %s".formatted(option, text, example), cause);
  }
}
