package org.galton.task.judge.math.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.galton.task.judge.math.tree.MathNode;

/** Numbers and ordinals in words up to one hundred, and words such as million. */
final class NumberWords {
  private static final int TWENTY = 20;
  private static final int HUNDRED = 100;
  private static final Map<String, Integer> VALUES = new HashMap<>();
  private static final Map<String, Integer> ZEROS = new HashMap<>();

  static {
    for (String line : ResourceLines.of("numbers.txt")) {
      String[] words = line.split(" ");
      if (words[1].startsWith("e")) {
        ZEROS.put(words[0], Integer.valueOf(words[1].substring(1)));
      } else {
        VALUES.put(words[0], Integer.valueOf(words[1]));
      }
    }
  }

  private NumberWords() {}

  /** How many zeros a word adds to a number; 0 where it is no such word. */
  static int zeros(String word) {
    return ZEROS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  /** Seven, twenty-one, one hundred, two million; nothing is taken where no number begins. */
  static Optional<MathNode.Literal> read(TokenCursor cursor) {
    int value = value(cursor.peek());
    if (value < 0) {
      return Optional.empty();
    }
    cursor.next();
    MathToken hyphen = cursor.peek();
    int unit = value(cursor.peek(hyphen.is("-") ? 1 : 0));
    if (value >= TWENTY && value < HUNDRED && value % 10 == 0 && unit > 0 && unit < 10) {
      cursor.take("-");
      cursor.next();
      value += unit;
    }
    long number = value;
    int zeros = cursor.peek().isWord() ? zeros(cursor.peek().text()) : 0;
    if (zeros > 0) {
      cursor.next();
      for (int i = 0; i < zeros; i++) {
        number *= 10;
      }
    }
    return Optional.of(MathNode.Literal.whole(number));
  }

  private static int value(MathToken token) {
    return token.isWord() ? VALUES.getOrDefault(token.text().toLowerCase(Locale.ROOT), -1) : -1;
  }
}
