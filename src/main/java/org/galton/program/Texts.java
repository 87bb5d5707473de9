package org.galton.program;

/** Texts as Python has them: rows of code points. */
final class Texts {
  private Texts() {}

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The code point at a place, counted in code points. */
  static String at(String text, int place) {
    return Character.toString(text.codePointAt(text.offsetByCodePoints(0, place)));
  }

  /** By code points; Java's own order is by UTF-16. */
  static int compare(String a, String b) {
    int least = Math.min(a.length(), b.length());
    int at = 0;
    while (at < least && a.charAt(at) == b.charAt(at)) {
      at++;
    }
    if (at == least) {
      return Integer.compare(a.length(), b.length());
    }
    boolean inPair = at > 0 && Character.isHighSurrogate(a.charAt(at - 1));
    int from = inPair ? at - 1 : at;
    return Integer.compare(a.codePointAt(from), b.codePointAt(from));
  }

  /** Counts what looking for a text may take: each place is compared with all of it. */
  static void search(Machine machine, String text, String wanted) {
    machine.spend(Values.cells((long) text.length() * Math.max(1, wanted.length())));
  }

  /** What a place in UTF-16 is in code points. */
  static long place(String text, int offset) {
    return offset < 0 ? -1 : text.codePointCount(0, offset);
  }

  /** Writes a text as a literal of Python. */
  static void quote(String text, StringBuilder out) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    text.codePoints()
        .forEach(
            c -> {
              if (c == quote || c == '\\') {
                out.append('\\').append((char) c);
              } else if (c == '\n') {
                out.append("\\n");
              } else if (c == '\t') {
                out.append("\\t");
              } else if (c == '\r') {
                out.append("\\r");
              } else if (isPrinted(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(
                    (c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x").formatted(c));
              }
            });
    out.append(quote);
  }

  private static boolean isPrinted(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
