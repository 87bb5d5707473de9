package org.galton.model.jinja;

import java.util.Map;

/** Python's escapes in a quoted text; one that it does not know stays as it is. */
final class StringEscapes {
  private static final Map<Character, String> SIMPLE =
      Map.ofEntries(
          Map.entry('n', "\n"),
          Map.entry('t', "\t"),
          Map.entry('r', "\r"),
          Map.entry('a', "\u0007"),
          Map.entry('b', "\b"),
          Map.entry('f', "\f"),
          Map.entry('v', "\u000b"),
          Map.entry('0', "\0"),
          Map.entry('\\', "\\"),
          Map.entry('\'', "'"),
          Map.entry('"', "\""),
          Map.entry('\n', ""));
  private static final Map<Character, Integer> HEX_DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

  private StringEscapes() {}

  static String unescaped(String text, int line) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = text.charAt(++i);
      if (SIMPLE.containsKey(escape)) {
        out.append(SIMPLE.get(escape));
      } else if (HEX_DIGITS.containsKey(escape)) {
        int digits = HEX_DIGITS.get(escape);
        out.appendCodePoint(codePoint(text, i + 1, digits, line));
        i += digits;
      } else {
        out.append('\\').append(escape);
      }
    }
    return out.toString();
  }

  private static int codePoint(String text, int from, int digits, int line) {
    try {
      int point = Integer.parseInt(text.substring(from, from + digits), 16);
      if (Character.isValidCodePoint(point)) {
        return point;
      }
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      // Said below, with the line.
    }
    throw new TemplateProblem(line, "a text has a broken escape: expected " + digits + " digits");
  }
}
