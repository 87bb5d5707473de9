package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;

/** Whether a place is asserted: not taken back, asked or conditional within its clause. */
final class Clauses {
  private static final int LOOKED_AT = 300;
  private static final String ENDS = ".!?";

  /** Also where no blank follows. */
  private static final String BREAKS = "\n;:([|";

  private final String small;
  private final Phrases phrases;

  Clauses(String small, Phrases phrases) {
    this.small = small;
    this.phrases = phrases;
  }

  boolean isAsserted(int start, int end) {
    String before = small.substring(clauseStart(start), start);
    return !phrases.words(PhraseKind.NOT).isIn(before)
        && !phrases.words(PhraseKind.IF).isIn(before)
        && !isAsked(end);
  }

  /** Whether a place behind a marker begins with a negation, or its clause ends with one. */
  boolean isDenied(String region) {
    String words = SmallLetters.of(region.substring(0, Math.min(region.length(), LOOKED_AT)));
    String clause = words.substring(0, sentenceEnd(words, 0));
    return phrases.words(PhraseKind.NOT).endOfLongest(words, 0) >= 0
        || phrases.words(PhraseKind.NOT_AFTER).isIn(clause);
  }

  private int clauseStart(int start) {
    int least = Math.max(0, start - LOOKED_AT);
    int at = start;
    while (at > least && !endsClause(at - 1)) {
      at--;
    }
    int from = at;
    Words breaks = phrases.words(PhraseKind.BREAK);
    for (int i = at; i < start; i++) {
      int end = breaks.endOfLongest(small, i);
      from = end > 0 && end <= start ? end : from;
    }
    return from;
  }

  private boolean endsClause(int at) {
    char c = small.charAt(at);
    return BREAKS.indexOf(c) >= 0
        || ((ENDS.indexOf(c) >= 0 || c == ',') && isBlankBehind(small, at));
  }

  private boolean isAsked(int from) {
    int end = sentenceEnd(small, Math.min(from, small.length()));
    return end < small.length() && small.charAt(end) == '?';
  }

  /** The sign that ends a sentence, or the end of its line. */
  private static int sentenceEnd(String text, int from) {
    int most = Math.min(text.length(), from + LOOKED_AT);
    int at = from;
    while (at < most
        && text.charAt(at) != '\n'
        && !(ENDS.indexOf(text.charAt(at)) >= 0 && isBlankBehind(text, at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlankBehind(String text, int at) {
    return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
  }

  /** The sentences of a text, and the clauses of each. */
  static List<List<String>> sentences(String text) {
    List<List<String>> sentences = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      for (int from = 0; from < line.length(); ) {
        int end = sentenceEnd(line, from);
        List<String> clauses = new ArrayList<>();
        for (String clause : line.substring(from, end).split("[,;:]", -1)) {
          if (!clause.isBlank()) {
            clauses.add(clause.strip());
          }
        }
        if (!clauses.isEmpty()) {
          sentences.add(clauses);
        }
        from = end + 1;
      }
    }
    return sentences;
  }
}
