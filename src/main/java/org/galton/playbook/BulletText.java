package org.galton.playbook;

/** Text of a bullet from anywhere: one line without control characters, of bounded length. */
public final class BulletText {
  /** In characters; the rest is cut. */
  public static final int LONGEST = 2_000;

  private BulletText() {}

  /** Blanks and control characters in a row become one blank; the ends are stripped. */
  public static String clean(String text) {
    String start = text.length() > 4 * LONGEST ? text.substring(0, 4 * LONGEST) : text;
    String line =
        start.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029\\u0085]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST).strip() : line;
  }
}
