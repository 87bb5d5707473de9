package org.galton.spec;

/** How a user's text appears in a problem: on one line, and not at any length. */
final class Shown {
  private static final int LONGEST_VALUE = 80;
  private static final int LONGEST_SENTENCE = 400;

  private Shown() {}

  static String quoted(String text) {
    return "'" + plain(text) + "'";
  }

  static String plain(String value) {
    return line(value, LONGEST_VALUE);
  }

  static String sentence(String message) {
    return line(message, LONGEST_SENTENCE);
  }

  private static String line(String text, int longest) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(
            point -> {
              if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
                line.append(String.format("\\u%04x", point));
              } else {
                line.appendCodePoint(point);
              }
            });
    return text.codePointCount(0, text.length()) > longest ? line + "…" : line.toString();
  }
}
