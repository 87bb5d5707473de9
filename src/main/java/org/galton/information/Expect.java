package org.galton.information;

/** Refuses arguments: what was given, and what was expected. */
final class Expect {

  private Expect() {}

  /**
   * @throws IllegalArgumentException "Invalid {subject} {value}: expected {expected}" unless it
   *     holds
   */
  static void that(boolean holds, String subject, Object value, String expected) {
    if (!holds) {
      throw refused(subject, value, expected);
    }
  }

  /** To be thrown where the text should not be put together before something is wrong. */
  static IllegalArgumentException refused(String subject, Object value, String expected) {
    return new IllegalArgumentException(
        "Invalid %s %s: expected %s".formatted(subject, value, expected));
  }
}
