package org.galton.reinforce.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SolvedShareTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, NEVER",
    "0, 16, NEVER",
    "1, 16, UP_TO_QUARTER",
    "4, 16, UP_TO_QUARTER",
    "5, 16, UP_TO_HALF",
    "8, 16, UP_TO_HALF",
    "9, 16, UP_TO_THREE_QUARTERS",
    "12, 16, UP_TO_THREE_QUARTERS",
    "13, 16, BELOW_ALL",
    "15, 16, BELOW_ALL",
    "16, 16, ALWAYS",
    "1, 1, ALWAYS",
    "1, 3, UP_TO_HALF",
    "1, 5, UP_TO_QUARTER",
    "3, 12, UP_TO_QUARTER"
  })
  void aClassHoldsItsUpperEnd(long correct, long scored, SolvedShare expected) {
    assertThat(SolvedShare.of(correct, scored)).isEqualTo(expected);
  }
}
