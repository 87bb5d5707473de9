package org.galton.statistics;

/** Refuses arguments in one voice: {@code Invalid k 0: expected 1 or more}. */
final class Expect {

  private Expect() {}

  static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Invalid " + subject + " " + value + ": expected " + expected);
    }
  }

  static void finite(double[] values, String subject) {
    for (double value : values) {
      that(Double.isFinite(value), subject, value, "a finite number");
    }
  }

  static void probabilities(double[] values, String subject) {
    finite(values, subject);
    for (double value : values) {
      that(value >= 0 && value <= 1, subject, value, "0 to 1");
    }
  }
}
