package org.galton.task.judge.answer;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Finds words in a text of small letters. */
final class WordMatch {
  /** Scripts that write words and numbers, or words and their particles, without a blank. */
  private static final Set<UnicodeScript> JOINED =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.ARABIC,
          UnicodeScript.THAI);

  private static final char FIRST_BEYOND_ASCII = 128;

  /** Before all letters of these scripts. */
  private static final char FIRST_JOINED = '\u0600';

  private WordMatch() {}

  /** Whether a word stands at a place, and not as a part of another one. */
  static boolean at(String text, int at, String word) {
    return text.startsWith(word, at)
        && !isInWord(text, at, word.isEmpty() ? ' ' : word.charAt(0))
        && !isInWord(
            text, at + word.length(), word.isEmpty() ? ' ' : word.charAt(word.length() - 1));
  }

  /** The next place of a word; -1 where there is none. */
  static int next(String text, String word, int from) {
    int at = text.indexOf(word, from);
    while (at >= 0 && !at(text, at, word)) {
      at = text.indexOf(word, at + 1);
    }
    return at;
  }

  /** Whether a text has this end of a word at the end of one, looked for at its first place. */
  static boolean endsWord(String text, String end) {
    int at = text.indexOf(end);
    return at > 0 && !isInWord(text, at + end.length(), 'a');
  }

  /** Whether a place is between two letters of a word, the edge of the word sought being one. */
  private static boolean isInWord(String text, int place, char edge) {
    return isWordLetter(edge)
        && place > 0
        && place < text.length()
        && isWordLetter(text.charAt(place - 1))
        && isWordLetter(text.charAt(place));
  }

  /** Whether no word that begins with a letter can stand here: the one before goes on. */
  static boolean isWithin(String text, int place) {
    return place > 0 && isWordLetter(text.charAt(place - 1)) && isWordLetter(text.charAt(place));
  }

  private static boolean isWordLetter(char c) {
    if (c < FIRST_BEYOND_ASCII) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return Character.isLetter(c) && (c < FIRST_JOINED || !JOINED.contains(UnicodeScript.of(c)));
  }
}
