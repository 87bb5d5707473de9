package org.galton.task.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside a search that looks for every word at every place. */
class WordsTest {
  private static final List<String> WORDS =
      List.of("not", "no", "or not", "n't", "*n't", "не", "不是", "لا", "né", "3x", "-");
  private static final String[] PARTS = {
    "not", "no", "n", "t", "'t", " ", ", ", "or", "не", "т", "不", "是", "لا", "né", "3", "x", "-",
    "é"
  };

  private static int endOfLongest(String text, int at) {
    return WORDS.stream()
        .filter(word -> WordMatch.at(text, at, word))
        .mapToInt(word -> at + word.length())
        .max()
        .orElse(-1);
  }

  private static boolean isIn(String text) {
    return WORDS.stream()
        .anyMatch(
            word ->
                word.startsWith("*")
                    ? WordMatch.endsWord(text, word.substring(1))
                    : WordMatch.next(text, word, 0) >= 0);
  }

  @Test
  void theSameWordsAreFoundAtTheSamePlaces() {
    long seed = 3;
    Random random = new Random(seed);
    Words words = new Words(WORDS);
    int found = 0;
    for (int round = 0; round < 5000; round++) {
      StringBuilder made = new StringBuilder();
      for (int part = random.nextInt(8); part >= 0; part--) {
        made.append(PARTS[random.nextInt(PARTS.length)]);
      }
      String text = made.toString();
      assertThat(words.isIn(text)).as("'%s', seed %d", text, seed).isEqualTo(isIn(text));
      for (int at = 0; at <= text.length(); at++) {
        assertThat(words.endOfLongest(text, at))
            .as("'%s' at %d, seed %d", text, at, seed)
            .isEqualTo(endOfLongest(text, at));
      }
      found += isIn(text) ? 1 : 0;
    }
    assertThat(found).isBetween(500, 4500);
  }

  @Test
  void anEmptyWordStandsAnywhere() {
    Words words = new Words(List.of("", "is"));
    assertThat(words.endOfLongest("is it", 0)).isEqualTo(2);
    assertThat(words.endOfLongest("is it", 3)).isEqualTo(3);
    assertThat(words.isIn("")).isTrue();
    assertThat(words.contains("is")).isTrue();
    assertThat(words.contains("it")).isFalse();
  }
}
