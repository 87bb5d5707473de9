package org.galton.task.judge.answer;

import java.util.ArrayList;
import java.util.List;

/** Whether a place is asserted: not taken back, asked or conditional within its clause. */
final class Clauses {
  private static final int LOOKED_AT = 300;
  private static final String ENDS = ".!?";
  private static final String CLAUSE_ENDS = ",;:";

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
        List<String> clauses = clauses(line.substring(from, end));
        if (!clauses.isEmpty()) {
          sentences.add(clauses);
        }
        from = end + 1;
      }
    }
    return sentences;
  }

  /** The last of the {@link #sentences}; nothing where there is none. */
  static List<String> lastSentence(String text) {
    int end = text.length();
    while (end >= 0) {
      int start = end == 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
      List<List<String>> sentences = sentences(text.substring(start, end));
      if (!sentences.isEmpty()) {
        return sentences.get(sentences.size() - 1);
      }
      end = start - 1;
    }
    return List.of();
  }

  private static List<String> clauses(String sentence) {
    List<String> clauses = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= sentence.length(); at++) {
      if (at == sentence.length() || CLAUSE_ENDS.indexOf(sentence.charAt(at)) >= 0) {
        String clause = sentence.substring(from, at).strip();
        if (!clause.isEmpty()) {
          clauses.add(clause);
        }
        from = at + 1;
      }
    }
    return clauses;
  }
}
