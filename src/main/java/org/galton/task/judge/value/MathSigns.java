package org.galton.task.judge.value;

/** Signs around mathematics, blanked so that places stay. */
final class MathSigns {
  private MathSigns() {}

  /** Without the signs of spans; a dollar before a digit may be money and stays. */
  static String blanked(String text) {
    StringBuilder plain = new StringBuilder(text);
    for (int i = 0; i + 1 < plain.length(); i++) {
      boolean command = plain.charAt(i) == '\\';
      char next = plain.charAt(i + 1);
      if (command && "()[]".indexOf(next) >= 0 && !isLineBreak(plain, i)) {
        blank(plain, i, 2);
      } else if (plain.charAt(i) == '$' && next == '$') {
        blank(plain, i, 2);
      } else if (command) {
        i++;
      } else if (plain.charAt(i) == '*' && next == '*' && isEmphasis(plain, i)) {
        blank(plain, i, 2);
      }
    }
    return withoutPairs(plain);
  }

  /** Two stars with a blank on one side only: a power has none, or two. */
  private static boolean isEmphasis(StringBuilder text, int at) {
    boolean before = at == 0 || Character.isWhitespace(text.charAt(at - 1));
    int next = at + 2;
    boolean behind =
        next >= text.length()
            || Character.isWhitespace(text.charAt(next))
            || ".,;:!?)".indexOf(text.charAt(next)) >= 0;
    return before != behind;
  }

  private static boolean isLineBreak(StringBuilder text, int at) {
    return at > 0 && text.charAt(at - 1) == '\\';
  }

  private static void blank(StringBuilder text, int at, int length) {
    for (int i = at; i < at + length; i++) {
      text.setCharAt(i, ' ');
    }
  }

  /** Dollars in pairs on one line are signs of spans. */
  private static String withoutPairs(StringBuilder text) {
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        open = -1;
      } else if (c == '$' && (i == 0 || text.charAt(i - 1) != '\\')) {
        if (open >= 0 && closes(text, open, i)) {
          text.setCharAt(open, ' ');
          text.setCharAt(i, ' ');
          open = -1;
        } else {
          open = i;
        }
      }
    }
    return text.toString();
  }

  private static boolean closes(StringBuilder text, int open, int close) {
    boolean digitBehind = close + 1 < text.length() && Character.isDigit(text.charAt(close + 1));
    boolean blanks = text.charAt(close - 1) == ' ' && text.charAt(open + 1) != ' ';
    return close > open + 1 && !digitBehind && !blanks;
  }
}
