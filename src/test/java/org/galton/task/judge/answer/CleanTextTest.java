package org.galton.task.judge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "\u22125;-5",
        "\u20135;-5",
        "\uFE635;-5",
        "\uFF0D5;-5",
        "x = \u2013\\frac12;x = -\\frac12",
        "10\u201320;10\u201320",
        "so \u2013 we think;so \u2013 we think",
        "\uFF17\uFF13;73",
        "\u0667\u0663;73",
        "\u096D\u0969;73",
        "\uFF21\uFF1A;A:",
        "1\u202F000;1 000",
        "1\u00A0000;1 000",
        "7\u200B3;73",
        "\u200F73\u200E;73",
        "73\u3002;73. ",
        "7\u2044 3;7/ 3",
        "it isn\u2019t;it isn't",
        "e\u0301;\u00E9",
        "\u066B;.",
        "a\tb;a b",
      })
  void oneSignMeansOneThing(String text, String cleaned) {
    assertThat(CleanText.of(text)).isEqualTo(cleaned);
  }

  @Test
  void nullCharactersGoAndLineEndsAreOne() {
    assertThat(CleanText.of("7\u00003")).isEqualTo("73");
    assertThat(CleanText.of("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void onlyTheEndIsKept() {
    String text = "\\boxed{1}" + "a".repeat(CleanText.SEARCHED);
    assertThat(CleanText.of(text)).hasSize(CleanText.SEARCHED).doesNotContain("boxed");
    assertThat(CleanText.of("😀".repeat(60_000) + "a")).endsWith("a").doesNotStartWith("\uDE00");
  }

  @Test
  void cleanTextStaysAsItIs() {
    String text = CleanText.of("La réponse – 5 apples, 10–20 pages, x = −3, ７％、\u3000ok");
    assertThat(CleanText.of(text)).isEqualTo(text);
  }
}
