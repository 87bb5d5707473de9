package org.galton.environment.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tools answer. */
final class ToolsTest {
  @ParameterizedTest
  @CsvSource({
    "1+2*3, 7",
    "(1+2)*3, 9",
    "10 - 4 - 3, 3",
    "--5, 5",
    "2*-3, -6",
    "99999999999*99999999999, 9999999999800000000001"
  })
  void theCalculatorIsExact(String expression, String value) {
    assertThat(new Calculator().answer(expression)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "1/2, 'expected a number, + - * or parentheses at character 2'",
    "(1, the expression ends too early",
    "1+, the expression ends too early",
    "x, 'expected a number, + - * or parentheses at character 1'"
  })
  void itSaysWhatItCannotRead(String expression, String message) {
    assertThatThrownBy(() -> new Calculator().answer(expression)).hasMessage(message);
  }

  @Test
  void itIsBounded() {
    assertThatThrownBy(() -> new Calculator().answer("(".repeat(200)))
        .hasMessage("parentheses and signs are more than 50 deep");
    assertThatThrownBy(() -> new Calculator().answer("9".repeat(61)))
        .hasMessage("a number has more than 60 digits");
    assertThatThrownBy(() -> new Calculator().answer("9".repeat(60) + "*99999999999999999"))
        .hasMessage("a number has more than 60 digits");
  }

  /**
   * Two texts of 2 and 4 words, mean 3; "b" stands in the second only: idf = ln(1 + 1.5 / 1.5) = ln
   * 2, count 1, so ln 2 * 2.2 / (1 + 1.2 (.25 + .75 * 4 / 3)).
   */
  @Test
  void searchScoresByBm25() {
    CorpusSearch search = new CorpusSearch(List.of("a a", "a b c d"));
    assertThat(search.score(List.of("b"), 1))
        .isCloseTo(Math.log(2) * 2.2 / (1 + 1.2 * 1.25), within(1e-12));
    assertThat(search.score(List.of("b"), 0)).isZero();
    assertThat(search.answer("B!")).isEqualTo("a b c d");
    assertThat(search.answer("zebra")).isEqualTo("Nothing was found.");
    assertThatThrownBy(() -> search.answer("?")).hasMessage("the query has no words");
  }
}
