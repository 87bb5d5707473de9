package org.galton.task.judge.math.parse;

/** One character for the many that look alike; the length of a text stays. */
final class PlainCharacters {
  private PlainCharacters() {}

  static char[] of(String text, int length) {
    char[] plain = new char[length];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      plain[i] = c < 0x80 ? (c < ' ' ? ' ' : c) : plain(c);
    }
    return plain;
  }

  private static char plain(char c) {
    if (Character.isDigit(c)) {
      return (char) ('0' + Character.digit(c, 10));
    }
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return (char) (c - 0xFEE0);
    }
    return switch (c) {
      case '\u2212', '\uFE63', '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> '-';
      case '\u00B7', '\u22C5', '\u2219', '\u2217', '\u00D7', '\u2715', '\u2A2F' -> '*';
      case '\u2044', '\u2215', '\u00F7' -> '/';
      case '\u2032', '\u2019' -> '\'';
      case '\uFE6A' -> '%';
      case '\u2236' -> ':';
      case '\u3001' -> ',';
      case '\u2223' -> '|';
      case '\u00B5' -> '\u03BC';
      case '\u03D5' -> '\u03C6';
      case '\u3002' -> '.';
      default -> Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT ? ' ' : c;
    };
  }
}
