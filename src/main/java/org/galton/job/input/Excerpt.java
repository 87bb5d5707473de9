package org.galton.job.input;

/** The beginning of a text of any length, for an error. */
public final class Excerpt {
  private static final int LONGEST = 120;

  private Excerpt() {}

  public static String of(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }
}
