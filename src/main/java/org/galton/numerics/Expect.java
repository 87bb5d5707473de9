package org.galton.numerics;

/**
 * Refuses arguments in one voice: {@code Invalid k 0: expected 1 or more}. Each method throws an
 * {@link IllegalArgumentException} unless what it asks for holds.
 */
public final class Expect {

  private Expect() {}

  public static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw refused(subject, value, expected);
    }
  }

  /** To be thrown where the text should not be put together before something is wrong. */
  public static IllegalArgumentException refused(String subject, Object value, String expected) {
    return new IllegalArgumentException(
        "Invalid " + subject + " " + value + ": expected " + expected);
  }

  /** Above 0 and finite. */
  public static void positive(double value, String subject) {
    that(value > 0 && Double.isFinite(value), subject, value, "a finite number above 0");
  }

  /** 0 to 1. */
  public static void share(double value, String subject) {
    that(value >= 0 && value <= 1, subject, value, "0 to 1");
  }

  public static void finite(double[] values, String subject) {
    for (double value : values) {
      that(Double.isFinite(value), subject, value, "a finite number");
    }
  }

  /** Finite, and 0 to 1. */
  public static void probabilities(double[] values, String subject) {
    finite(values, subject);
    for (double value : values) {
      share(value, subject);
    }
  }
}
