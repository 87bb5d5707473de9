package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BenchPromptTest {
  @Test
  void aTextGrowsUntilTheTokenizerSaysSo() {
    assertThat(BenchPrompt.of(1, String::length).tokens()).isEqualTo(1);
    assertThat(BenchPrompt.of(2048, String::length).text()).hasSize(2048);
  }

  @Test
  void whatCannotBeMetIsPassedByAsLittleAsPossibleAndReported() {
    // Two special tokens, and three for every begun four characters.
    BenchPrompt prompt = BenchPrompt.of(32, text -> 2 + 3 * ((text.length() + 3) / 4));

    assertThat(prompt.tokens()).isEqualTo(32);
    assertThat(BenchPrompt.of(33, text -> 2 + 3 * ((text.length() + 3) / 4)).tokens())
        .isEqualTo(35);
  }
}
