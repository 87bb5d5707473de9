package org.galton.task.judge.answer;

import java.util.Optional;

/** What a marker speaks of: the rest of its line, or the next line or span that says something. */
record AnswerRegion(int start, int end) {
  private static final int MOST_LINES = 20;

  /** Longer than anything that is read. */
  private static final int LONGEST = 5_000;

  private static final String MARKUP = " *_:`#\"";

  static Optional<AnswerRegion> after(String text, int from) {
    int at = from;
    for (int line = 0; line < MOST_LINES && at < text.length(); ) {
      boolean quotes = text.charAt(at) == '>' && at > 0 && text.charAt(at - 1) == '\n';
      if (quotes || MARKUP.indexOf(text.charAt(at)) >= 0) {
        at++;
      } else if (text.charAt(at) == '\n') {
        at++;
        line++;
      } else {
        Optional<MathSpan> span = MathSpan.at(text, at);
        int end = lineEnd(text, span.map(MathSpan::end).orElse(at));
        return Optional.of(new AnswerRegion(at, end));
      }
    }
    return Optional.empty();
  }

  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  String in(String text) {
    return text.substring(start, Math.min(end, start + LONGEST)).strip();
  }
}
