package org.galton.scaling;

/** Refuses arguments in one voice: {@code Invalid compute 0: expected above 0}. */
final class Expect {

  private Expect() {}

  static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Invalid " + subject + " " + value + ": expected " + expected);
    }
  }

  static void positive(double value, String subject) {
    that(value > 0 && Double.isFinite(value), subject, value, "a finite number above 0");
  }

  static void share(double value, String subject) {
    that(value >= 0 && value <= 1, subject, value, "0 to 1");
  }
}
