package org.galton.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromptIdTest {
  @Test
  void isTheHeadOfASha256OverLengthPrefixedParts() {
    // printf '\0\0\0\1a\0\0\0\2\xc3\xa9\0\0\0\0' | sha256sum | head -c 32
    assertThat(PromptId.of("a", "é", "")).isEqualTo("8b7030005841cb2e9f0057b3f7f887e2");
  }

  @Test
  void movingACharacterBetweenPartsChangesIt() {
    assertThat(PromptId.of("ab", "c", "d"))
        .isNotEqualTo(PromptId.of("a", "bc", "d"))
        .isNotEqualTo(PromptId.of("ab", "", "cd"))
        .isNotEqualTo(PromptId.of("ab", "cd", ""));
  }
}
