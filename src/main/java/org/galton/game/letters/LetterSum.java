package org.galton.game.letters;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.galton.game.Style;
import org.galton.game.walk.StateText;

/**
 * Words of a given sum of letters, A = 1 to Z = 26, as states.
 *
 * @param sum from 1 to {@value #HIGHEST_SUM}; {@value WordList#SUM} where words are to be listed
 */
public record LetterSum(int sum, Lexicon lexicon, Style style) implements StateText, Serializable {
  public static final int LONGEST_WORD = 30;
  public static final int HIGHEST_SUM = 26 * LONGEST_WORD;

  /** Ends an answer in {@link Style#MARKS}. */
  public static final String ANSWER_END = "\n";

  private static final char ANSWER_START = '>';
  private static final String WRAPPING = "\"'`*.\u2018\u2019\u201c\u201d";
  private static final String PROSE =
      """
      Every letter has a value: A is 1, B is 2, and so on up to Z, which is 26. The value of a word \
      is the sum of the values of its letters. The word %s has the value %d.

      Starting from this word, name another English word whose value is exactly %d. Answer with \
      that one word and nothing else.
      """;

  public LetterSum {
    if (sum < 1 || sum > HIGHEST_SUM) {
      throw new IllegalArgumentException(
          "Invalid sum %d: expected a number from 1 to %d".formatted(sum, HIGHEST_SUM));
    }
    if (lexicon == Lexicon.LISTED && sum != WordList.SUM) {
      throw new IllegalArgumentException(
          "Invalid sum %d: the list has only words that sum to %d; expected that, or words: any"
              .formatted(sum, WordList.SUM));
    }
  }

  /** What a word's letters come to; it has lower-case ASCII letters only. */
  public static int of(String word) {
    return word.chars().map(letter -> letter - 'a' + 1).sum();
  }

  /** In marks, the word and {@code >}; in prose, another wording needs another {@link #version}. */
  @Override
  public String question(String word) {
    return switch (style) {
      case PROSE -> PROSE.formatted(word.toUpperCase(Locale.ROOT), sum, sum);
      case MARKS -> word + ANSWER_START;
    };
  }

  /** Name and version of the wording. */
  public String version() {
    return switch (style) {
      case PROSE -> "prose/1";
      case MARKS -> "marks/1";
    };
  }

  /**
   * The word of an answer that is one: at most {@value #LONGEST_WORD} ASCII letters of any case,
   * but for white space, and quotation marks, asterisks and full stops around them.
   */
  @Override
  public Optional<String> state(String answer) {
    return unwrapped(answer).filter(this::isState);
  }

  /** Why an answer names no word that counts, in words; empty where it names one. */
  public Optional<String> fault(String answer) {
    Optional<String> word = unwrapped(answer).filter(LetterSum::isWord);
    if (word.isEmpty()) {
      return Optional.of("not one word");
    }
    if (of(word.get()) != sum) {
      return Optional.of("its letters sum to " + of(word.get()));
    }
    return isState(word.get()) ? Optional.empty() : Optional.of("not in the list");
  }

  /** In lower case; empty where it is too long for a word. */
  private static Optional<String> unwrapped(String answer) {
    int start = 0;
    int end = answer.length();
    while (start < end && isWrapping(answer.charAt(start))) {
      start++;
    }
    while (end > start && isWrapping(answer.charAt(end - 1))) {
      end--;
    }
    return end - start > LONGEST_WORD
        ? Optional.empty()
        : Optional.of(lowerCase(answer.substring(start, end)));
  }

  private static boolean isWord(String text) {
    return !text.isEmpty()
        && text.length() <= LONGEST_WORD
        && text.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
  }

  /** Whether a text is a word that counts, in lower case. */
  public boolean isState(String word) {
    return isWord(word) && of(word) == sum && (lexicon == Lexicon.ANY || WordList.has(word));
  }

  private static boolean isWrapping(char c) {
    return Character.isWhitespace(c) || WRAPPING.indexOf(c) >= 0;
  }

  // Not String.toLowerCase: it makes ASCII letters of some that are none, such as the Kelvin sign.
  private static String lowerCase(String text) {
    StringBuilder lower = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c - 'A' + 'a') : c);
    }
    return lower.toString();
  }
}
