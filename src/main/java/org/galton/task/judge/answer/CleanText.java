package org.galton.task.judge.answer;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.text.Normalizer;

/**
 * Text in which one sign means one thing: composed letters, ASCII digits, one minus, one blank, one
 * line end. Format characters, such as zero-width ones, are gone. A dash between digits stays: it
 * is a range.
 */
public final class CleanText {
  /** Characters searched, from the end. */
  static final int SEARCHED = 100_000;

  private static final int LONGEST_STOPS = 200;
  private static final Pattern STOPS =
      Pattern.compile("(?:\\s*(?:<\\|[a-z_0-9]{1,30}\\|>|</s>|<eos>|<end_of_turn>))+\\s*$");

  private CleanText() {}

  /** The cleaned end of a text. */
  public static String of(String text) {
    String end = end(text);
    String composed =
        Normalizer.isNormalized(end, Normalizer.Form.NFC)
            ? end
            : Normalizer.normalize(end, Normalizer.Form.NFC);
    StringBuilder cleaned = new StringBuilder(composed.length());
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if ((c >= ' ' && c < 0x7F) || c == '\n') {
        cleaned.append((char) c);
      } else {
        append(c, i < composed.length() ? composed.codePointAt(i) : '\n', cleaned);
      }
    }
    return cleaned.toString();
  }

  /** Without the tokens that end a text, such as {@code <|im_end|>}. */
  static String withoutStops(String text) {
    if (!text.stripTrailing().endsWith(">")) {
      return text;
    }
    int from = Math.max(0, text.length() - LONGEST_STOPS);
    Matcher stops = STOPS.matcher(text.substring(from));
    return stops.find() ? text.substring(0, from + stops.start()) : text;
  }

  private static String end(String text) {
    int from = Math.max(0, text.length() - SEARCHED);
    return from > 0 && Character.isLowSurrogate(text.charAt(from))
        ? text.substring(from + 1)
        : text.substring(from);
  }

  private static void append(int c, int next, StringBuilder cleaned) {
    switch (c) {
      case '\r' -> cleaned.append(next == '\n' ? "" : "\n");
      case '\u0085', '\u2028', '\u2029', '\f', '\u000B' -> cleaned.append('\n');
      case '\t' -> cleaned.append(' ');
      case '\u2212', '\uFE63' -> cleaned.append('-');
      case '\u2012', '\u2013' -> cleaned.append(isSign(next, cleaned) ? '-' : '\u2013');
      case '\u3002', '\uFF61', '\u0964' -> cleaned.append(". ");
      case '\u3001' -> cleaned.append(", ");
      case '\u060C', '\u066C' -> cleaned.append(',');
      case '\u066B' -> cleaned.append('.');
      case '\u061F' -> cleaned.append('?');
      case '\u061B' -> cleaned.append(';');
      case '\u066A', '\uFE6A' -> cleaned.append('%');
      case '\u2044', '\u2215' -> cleaned.append('/');
      case '\u2018', '\u2019' -> cleaned.append('\'');
      case '\u201C', '\u201D' -> cleaned.append('"');
      default -> appendOther(c, cleaned);
    }
  }

  private static void appendOther(int c, StringBuilder cleaned) {
    int type = Character.getType(c);
    if (type == Character.DECIMAL_DIGIT_NUMBER) {
      cleaned.append((char) ('0' + Character.digit(c, 10)));
    } else if (c >= 0xFF01 && c <= 0xFF5E) {
      cleaned.append((char) (c - 0xFF01 + '!'));
    } else if (Character.isSpaceChar(c)) {
      cleaned.append(' ');
    } else if (type != Character.FORMAT && type != Character.CONTROL) {
      cleaned.appendCodePoint(c);
    }
  }

  /** Whether a dash is the sign of what follows: no digit is before it. */
  private static boolean isSign(int next, StringBuilder before) {
    boolean begins = Character.isDigit(next) || next == '.' || next == '\\' || next == '√';
    boolean range = before.length() > 0 && Character.isDigit(before.charAt(before.length() - 1));
    return begins && !range;
  }
}
