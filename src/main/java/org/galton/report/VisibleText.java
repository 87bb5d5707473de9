package org.galton.report;

/**
 * Text of a model or a prompt, made safe to look at: cut to a length, with every character that has
 * no shape of its own made visible. Escaping for HTML is the template's part.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Keeps line breaks; at most {@code limit} characters, then how many more there were. */
  public static String of(String text, int limit) {
    int length = text.codePointCount(0, text.length());
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(limit).forEach(codePoint -> append(shown, codePoint));
    if (length > limit) {
      shown.append("… ").append(Figures.count(length - limit)).append(" more characters");
    }
    return shown.toString();
  }

  /** On one line, line breaks shown as signs. */
  public static String line(String text, int limit) {
    return of(text, limit).replace("\n", "\u2424");
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (codePoint == '\n') {
      shown.append('\n');
    } else if (codePoint < 0x20) {
      shown.appendCodePoint(0x2400 + codePoint);
    } else if (codePoint == 0x7f) {
      shown.appendCodePoint(0x2421);
    } else if (hasNoShape(codePoint)) {
      shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
    } else {
      shown.appendCodePoint(codePoint);
    }
  }

  private static boolean hasNoShape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
