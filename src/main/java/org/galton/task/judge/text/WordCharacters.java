package org.galton.task.judge.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The characters of which the published scripts make words: letters, numbers and the underscore of
 * any script, no combining marks. That is {@code \w} of Python's {@code re}.
 */
public final class WordCharacters {
  /** The same as a class of an RE2 pattern, without its brackets. */
  public static final String CLASS = "\\pL\\pN_";

  /** The blanks of Python's {@code \s} as a class of an RE2 pattern, without its brackets. */
  public static final String BLANKS = "\\s\\x0b\\x1c-\\x1f\\x{85}\\pZ";

  private WordCharacters() {}

  public static boolean isWord(int character) {
    if (character < 0x80) {
      return (character >= '0' && character <= '9')
          || (character >= 'a' && character <= 'z')
          || (character >= 'A' && character <= 'Z')
          || character == '_';
    }
    return Character.isLetter(character)
        || switch (Character.getType(character)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  public static boolean isBlank(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == 0x85;
  }

  /** Without blanks at both ends, those of {@link #isBlank}. */
  public static String stripped(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The longest runs of word characters. */
  public static List<String> words(String text) {
    return runs(text, WordCharacters::isWord);
  }

  /** What stands between blanks. */
  public static List<String> pieces(String text) {
    return runs(text, character -> !isBlank(character));
  }

  private static List<String> runs(String text, IntPredicate isPart) {
    List<String> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!isPart.test(character)) {
        if (start >= 0) {
          runs.add(text.substring(start, i));
        }
        start = -1;
      } else if (start < 0) {
        start = i;
      }
      i += Character.charCount(character);
    }
    if (start >= 0) {
      runs.add(text.substring(start));
    }
    return runs;
  }
}
