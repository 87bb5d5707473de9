package org.galton.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AbstentionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I cannot help with that. | REFUSAL",
        "I CAN\u2019T assist you here. | REFUSAL",
        "That is against our policy. | REFUSAL",
        "I am unable to open the page. | INABILITY",
        "I couldn't find the order. | INABILITY",
        "Could you please clarify the date? | CLARIFICATION",
        "I'm not sure, perhaps 12. | UNCERTAINTY",
        "I don't know. | UNCERTAINTY",
        "I cannot comply: I don't know who you are. | REFUSAL",
        "The answer is 12. | ",
        "He said that he is unable to come. | ",
      })
  void theFirstTypeThatIsFoundCounts(String text, Abstention type) {
    assertThat(Abstention.in(text).orElse(null)).isEqualTo(type);
  }
}
