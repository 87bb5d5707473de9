package org.galton.emergence;

/** Refuses arguments: what was given, and what was expected. */
final class Expect {

  private Expect() {}

  /**
   * @throws IllegalArgumentException "Invalid {subject} {value}: expected {expected}" unless it
   *     holds
   */
  static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          "Invalid %s %s: expected %s".formatted(subject, value, expected));
    }
  }
}
