package org.galton.task.judge;

/** Text in which one sign means one thing: ASCII digits, one minus, one blank. */
final class NumberText {
  /** The dash of a range such as 10–20, which is no sign. */
  static final char RANGE = '\u2013';

  private NumberText() {}

  static String of(String text) {
    StringBuilder cleaned = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        cleaned.append(c);
      } else if (Character.getType(c) != Character.FORMAT) {
        cleaned.append(plain(c, cleaned));
      }
    }
    return cleaned.toString();
  }

  private static char plain(char c, StringBuilder before) {
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    return switch (c) {
      case '\u2212', '\uFE63', '\uFF0D', '\u2012' -> '-';
      case RANGE, '\u2014' -> endsWithDigit(before) ? RANGE : '-';
      case '\uFF05', '\uFE6A' -> '%';
      case '\uFF0E' -> '.';
      case '\uFF0C' -> ',';
      default -> Character.isSpaceChar(c) ? ' ' : c;
    };
  }

  private static boolean endsWithDigit(StringBuilder text) {
    return text.length() > 0 && NumberReader.isDigit(text.charAt(text.length() - 1));
  }
}
