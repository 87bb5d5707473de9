package org.galton.task.judge.answer;

import java.util.Optional;

/**
 * Mathematics between its signs: {@code $$}, {@code \[}, {@code \(}, {@code $}.
 *
 * @param start of the opening sign
 * @param end behind the closing sign
 */
record MathSpan(int start, int end, String content) {
  private static final int LONGEST = 4_096;

  /** The span that opens at a place and closes. */
  static Optional<MathSpan> at(String text, int at) {
    if (text.startsWith("$$", at)) {
      return closed(text, at, "$$");
    }
    if (text.startsWith("\\[", at)) {
      return closed(text, at, "\\]");
    }
    if (text.startsWith("\\(", at)) {
      return closed(text, at, "\\)");
    }
    return text.startsWith("$", at) ? dollars(text, at) : Optional.empty();
  }

  private static Optional<MathSpan> closed(String text, int at, String closing) {
    int from = at + 2;
    String window = text.substring(from, Math.min(text.length(), from + LONGEST));
    int end = window.indexOf(closing);
    return end < 0
        ? Optional.empty()
        : Optional.of(
            new MathSpan(at, from + end + closing.length(), window.substring(0, end).strip()));
  }

  /**
   * Single dollars are also money: a closing one has no digit behind it, and a blank before it only
   * where the opening one has a blank, too. Both stand on one line.
   */
  private static Optional<MathSpan> dollars(String text, int at) {
    int most = Math.min(AnswerRegion.lineEnd(text, at), at + LONGEST);
    int end = at + 1;
    while (end < most && (text.charAt(end) != '$' || text.charAt(end - 1) == '\\')) {
      end++;
    }
    if (end >= most || end == at + 1) {
      return Optional.empty();
    }
    boolean digitBehind = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    boolean blanks = text.charAt(end - 1) == ' ' && text.charAt(at + 1) != ' ';
    return digitBehind || blanks
        ? Optional.empty()
        : Optional.of(new MathSpan(at, end + 1, text.substring(at + 1, end).strip()));
  }
}
