package org.galton.balance;

/** Refuses arguments: what was given, and what was expected. */
final class Expect {

  private Expect() {}

  static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Invalid %s %s: expected %s".formatted(subject, value, expected));
    }
  }
}
