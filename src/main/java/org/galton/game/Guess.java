package org.galton.game;

import java.util.OptionalLong;

/**
 * A player's number as the game takes it.
 *
 * @param value in the mode's range
 * @param reading how the answer became this
 */
public record Guess(int value, Reading reading) {
  /** How an answer was taken. */
  public enum Reading {
    /** As it said. */
    READ,
    /** It named a number out of range: taken for the nearest one in range. */
    CLAMPED,
    /** It named no integer: taken for the midpoint. */
    UNPARSED
  }

  private static final String MARKER = "guess=";
  private static final int LONGEST = 18;

  /**
   * Reads an answer: the integer right after its last {@code guess=}, or without such a mark its
   * first integer. Digits within words, decimals and numbers of more than 18 digits are none. Reads
   * each character at most twice.
   */
  public static Guess read(String answer, Mode mode) {
    int mark = answer.lastIndexOf(MARKER);
    OptionalLong named = integer(answer, mark < 0 ? 0 : mark + MARKER.length());
    if (named.isEmpty()) {
      return new Guess(mode.midpoint(), Reading.UNPARSED);
    }
    int value = mode.clamp(named.getAsLong());
    return new Guess(value, value == named.getAsLong() ? Reading.READ : Reading.CLAMPED);
  }

  private static OptionalLong integer(String text, int from) {
    int at = from;
    while (at < text.length()) {
      if (!isWordPart(text, at)) {
        at++;
        continue;
      }
      int start = at;
      while (isWordPart(text, at)) {
        at++;
      }
      // A full stop that ends a sentence is none of the word's.
      int end = text.charAt(at - 1) == '.' ? at - 1 : at;
      if (isInteger(text, start, end)) {
        long magnitude = Long.parseLong(text, start, end, 10);
        boolean negative =
            start > from && text.charAt(start - 1) == '-' && !isWordPart(text, start - 2);
        return OptionalLong.of(negative ? -magnitude : magnitude);
      }
    }
    return OptionalLong.empty();
  }

  private static boolean isWordPart(String text, int at) {
    return at >= 0
        && at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.');
  }

  private static boolean isInteger(String text, int start, int end) {
    if (end == start || end - start > LONGEST) {
      return false;
    }
    for (int at = start; at < end; at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }
}
