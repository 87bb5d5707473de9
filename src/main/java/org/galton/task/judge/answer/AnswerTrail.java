package org.galton.task.judge.answer;

import java.util.List;

/**
 * Whether what stands behind an answer leaves it whole. A remark may follow: another clause, or at
 * most four words without digits. An operator or a further number means that it was half read.
 */
public enum AnswerTrail {
  /** The answer is whole. */
  ENDS,
  /** An approximation of it follows. */
  APPROXIMATED,
  /** It goes on. */
  GOES_ON;

  private static final int MOST_WORDS = 4;
  private static final String CLOSERS = " $*_)]}\"'`|~";
  private static final List<String> COMMANDS =
      List.of(
          "\\)", "\\]", "\\,", "\\;", "\\!", "\\:", "\\ ", "\\quad", "\\qquad", "\\right", "</");
  private static final List<String> APPROXIMATELY =
      List.of("\\approx", "\\simeq", "\\doteq", "≈", "≃", "≅", "\\thickapprox");
  private static final String CLAUSE_ENDS = ".,;:!?";

  /**
   * @param rest what follows the answer in its place
   * @param search whose languages' words end a clause
   */
  public static AnswerTrail of(String rest, AnswerSearch search) {
    Phrases phrases = Phrases.of(search.languages());
    String small = SmallLetters.of(rest);
    int at = closers(small, 0);
    if (APPROXIMATELY.stream().anyMatch(sign -> startsWith(small, sign, closers(small, 0)))) {
      return APPROXIMATED;
    }
    if (isNextItem(small, at)) {
      return GOES_ON;
    }
    return at >= small.length() || "\n(—".indexOf(small.charAt(at)) >= 0
        ? ENDS
        : words(small, at, phrases);
  }

  /** Whether a word that ends a clause, such as "because", comes next. */
  public static boolean stops(String rest, AnswerSearch search) {
    String small = SmallLetters.of(rest);
    return Phrases.of(search.languages())
            .words(PhraseKind.STOP)
            .endOfLongest(small, closers(small, 0))
        >= 0;
  }

  private static AnswerTrail words(String small, int from, Phrases phrases) {
    int words = 0;
    boolean within = false;
    for (int at = from; at < small.length(); at++) {
      char c = small.charAt(at);
      if (phrases.words(PhraseKind.ALTERS).endOfLongest(small, at) >= 0) {
        return GOES_ON;
      }
      if (words > 0 && isNextAmount(small, at)) {
        return GOES_ON;
      }
      if (endsClause(small, at)
          || (!within && phrases.words(PhraseKind.STOP).endOfLongest(small, at) >= 0)) {
        return ENDS;
      }
      if (Character.isLetter(c) || (within && (c == '-' || c == '\'')) || isMark(c)) {
        words += within ? 0 : 1;
        within = true;
      } else if (CLOSERS.indexOf(c) >= 0) {
        within = false;
      } else if (small.startsWith("\\text", at)) {
        at = small.indexOf('{', at) < 0 ? at + 4 : small.indexOf('{', at);
        within = false;
      } else {
        int behind = closers(small, at);
        if (behind == at) {
          return GOES_ON;
        }
        at = behind - 1;
        within = false;
      }
    }
    return words <= MOST_WORDS ? ENDS : GOES_ON;
  }

  /** Whether a comma and another value follow, which the grammar does not take for a list. */
  private static boolean isNextItem(String text, int at) {
    if (at >= text.length() || ",;".indexOf(text.charAt(at)) < 0) {
      return false;
    }
    int next = closers(text, at + 1);
    return next < text.length()
        && (Character.isDigit(text.charAt(next)) || "+-\\".indexOf(text.charAt(next)) >= 0);
  }

  /** Whether a comma, a number and a plural follow, as in "5 apples, 6 pears": a list of two. */
  private static boolean isNextAmount(String text, int comma) {
    int from = isComma(text, comma) ? closers(text, comma + 1) : text.length();
    int at = from;
    while (at < text.length() && Character.isDigit(text.charAt(at))) {
      at++;
    }
    int noun = at > from ? closers(text, at) : text.length();
    int end = noun;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end - noun > 1
        && noun > at
        && text.charAt(end - 1) == 's'
        && (closers(text, end) == text.length() || endsClause(text, closers(text, end)));
  }

  private static boolean isComma(String text, int at) {
    return text.charAt(at) == ',' || text.charAt(at) == ';';
  }

  /** Whether amounts of several things follow each other, of which a number is the first. */
  public static boolean isAmong(String rest) {
    String small = SmallLetters.of(rest);
    int noun = closers(small, 0);
    int end = noun;
    while (end < small.length() && Character.isLetter(small.charAt(end))) {
      end++;
    }
    return end > noun && end < small.length() && isNextAmount(small, end);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean endsClause(String text, int at) {
    char c = text.charAt(at);
    boolean sign = CLAUSE_ENDS.indexOf(c) >= 0;
    boolean blank = at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1));
    return c == '\n' || c == '(' || c == '—' || (c == '–' && blank) || (sign && blank);
  }

  /** Behind closing signs and markup. */
  private static int closers(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int before = at;
      if (CLOSERS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      for (String command : COMMANDS) {
        if (text.startsWith(command, at)) {
          at += command.length();
        }
      }
      if (at == before) {
        return at;
      }
    }
    return Math.min(at, text.length());
  }

  private static boolean startsWith(String text, String sign, int at) {
    return text.startsWith(sign, at);
  }
}
