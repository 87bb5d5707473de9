package org.galton.task.judge.answer;

import com.google.re2j.Pattern;
import java.util.List;

/** Whether words decline to answer: whole clauses of the list of phrases, not parts of clauses. */
final class Abstention {
  private static final int LONGEST = 400;
  private static final Pattern STYLING =
      Pattern.compile(
          "\\\\(?:text|mathrm|textbf|mathbf|textit)\\b|[{}*_`$\"\\[\\]()]|\\\\[()\\[\\] ,;!]");

  /** The signs that a match of it begins with. */
  private static final String STYLED_WITH = "\\{}*_`$\"[]()";

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String ENDS = ".!?, ";

  private final Phrases phrases;

  Abstention(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Of a whole answer. */
  boolean isWhole(String answer) {
    if (answer.length() > LONGEST) {
      return false;
    }
    List<String> said =
        sentences(answer).stream().flatMap(List::stream).filter(c -> !c.isEmpty()).toList();
    return !said.isEmpty() && said.stream().allMatch(this::isPhrase);
  }

  /** Of the last clause of a text. */
  boolean closes(String text) {
    return declines(bare(Clauses.lastSentence(plain(end(text)))));
  }

  /** Of the last clause of a sentence near the end of a text. */
  boolean isIn(String text) {
    return sentences(text).stream().anyMatch(this::declines);
  }

  /** The clauses of the sentences, without the words that may stand around. */
  private List<List<String>> sentences(String text) {
    return Clauses.sentences(plain(end(text))).stream().map(this::bare).toList();
  }

  private List<String> bare(List<String> clauses) {
    return clauses.stream().map(this::bare).toList();
  }

  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - 10 * LONGEST));
  }

  private static String plain(String text) {
    int first = 0;
    while (first < text.length() && STYLED_WITH.indexOf(text.charAt(first)) < 0) {
      first++;
    }
    // Most texts have no styling, and the pattern is slow.
    return SmallLetters.of(
        first == text.length()
            ? text
            : text.substring(0, first) + STYLING.matcher(text.substring(first)).replaceAll(" "));
  }

  private boolean declines(List<String> clauses) {
    int last = clauses.size() - 1;
    while (last >= 0 && clauses.get(last).isEmpty()) {
      last--;
    }
    return last >= 0 && isPhrase(clauses.get(last));
  }

  /** Without the words that may stand around, unless they are the phrase. */
  private String bare(String clause) {
    String bare = (hasRuns(clause) ? BLANKS.matcher(clause).replaceAll(" ") : clause).strip();
    while (!bare.isEmpty() && ENDS.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
      bare = bare.substring(0, bare.length() - 1);
    }
    for (boolean shorter = true; shorter && !isPhrase(bare); ) {
      int end = phrases.words(PhraseKind.ABSTAIN_LEAD).endOfLongest(bare, 0);
      String next = end > 0 ? bare.substring(end).strip() : withoutTail(bare);
      shorter = next.length() < bare.length();
      bare = next;
    }
    return bare;
  }

  /** Whether there are blanks other than single spaces. */
  private static boolean hasRuns(String clause) {
    for (int i = 0; i < clause.length(); i++) {
      char c = clause.charAt(i);
      if (c == '\t'
          || c == '\n'
          || c == '\f'
          || c == '\r'
          || (c == ' ' && clause.startsWith(" ", i + 1))) {
        return true;
      }
    }
    return false;
  }

  private String withoutTail(String clause) {
    for (String tail : phrases.texts(PhraseKind.ABSTAIN_TAIL)) {
      int at = clause.length() - tail.length();
      if (clause.startsWith(" ", at - 1) && clause.endsWith(tail)) {
        return clause.substring(0, at).strip();
      }
    }
    return clause;
  }

  private boolean isPhrase(String text) {
    return phrases.words(PhraseKind.ABSTAIN).contains(text);
  }
}
