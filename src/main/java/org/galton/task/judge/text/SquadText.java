package org.galton.task.judge.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as SQuAD compares it: lower case, without ASCII punctuation, without the English articles,
 * with single blanks. Source: Rajpurkar et al. (2016), arXiv:1606.05250, section 6.1.
 */
final class SquadText {
  private static final Set<String> ARTICLES = Set.of("a", "an", "the");

  private SquadText() {}

  static String normal(String text) {
    String bare = withoutPunctuation(text.toLowerCase(Locale.ROOT));
    return String.join(" ", WordCharacters.pieces(withoutArticles(bare)));
  }

  /**
   * The normal form, or where nothing is left of a text, such as of a sign, the text in small
   * letters: + does not equal −.
   */
  static String orItself(String normal, String text) {
    return normal.isEmpty()
        ? String.join(" ", WordCharacters.pieces(text.toLowerCase(Locale.ROOT)))
        : normal;
  }

  /** The words of a normal form. */
  static List<String> words(String normal) {
    return normal.isEmpty() ? List.of() : Arrays.asList(normal.split(" "));
  }

  static String withoutPunctuation(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7f || Character.isLetterOrDigit(c)) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  /** A blank in place of each article that is a whole run of word characters. */
  static String withoutArticles(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    int start = 0;
    for (int i = 0; i <= text.length(); ) {
      boolean isEnd = i == text.length();
      int character = isEnd ? ' ' : text.codePointAt(i);
      if (!WordCharacters.isWord(character)) {
        String word = text.substring(start, i);
        kept.append(ARTICLES.contains(word) ? " " : word);
        if (!isEnd) {
          kept.appendCodePoint(character);
        }
        start = i + Character.charCount(character);
      }
      i += isEnd ? 1 : Character.charCount(character);
    }
    return kept.toString();
  }
}
