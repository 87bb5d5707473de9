package org.galton.game.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordListTest {
  @Test
  void isSortedAndSumsToAHundred() {
    assertThat(WordList.words())
        .hasSize(1_307)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("buzzy", "attitude", "personal", "problems", "turkey")
        .allSatisfy(word -> assertThat(word).matches("[a-z]{4,30}"))
        .allSatisfy(word -> assertThat(LetterSum.of(word)).isEqualTo(WordList.SUM));
  }

  @Test
  void commonWordsAreWords() {
    assertThat(WordList.common())
        .hasSize(256)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("buzzy")
        .allSatisfy(word -> assertThat(WordList.has(word)).isTrue());
    assertThat(WordList.has("attorney")).isFalse();
  }
}
