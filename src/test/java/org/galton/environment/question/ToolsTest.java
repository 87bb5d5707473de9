package org.galton.environment.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.galton.environment.Difficulty;
import org.galton.environment.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "print(6 * 7) | 42",
        "x = 1 | The program printed nothing.",
        "print([i * i for i in range(4)]) | [0, 1, 4, 9]"
      })
  void aProgramsOutputIsItsAnswer(String code, String printed) {
    assertThat(new ProgramTool().answer(code)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = 1\\nprint(x // 0) | line 2: division by zero",
        "while True: pass | line 1: more than 100,000 steps",
        "x = [0] * 10000000000 | line 1: more than 100,000 steps",
        "x = 'ab' * 100000000 | line 1: more than 100,000 steps",
        "import os | line 1: 'import' is not of this language",
        "print(open('/etc/passwd')) | line 1: no value has the name 'open'"
      })
  void aProgramsFaultIsToldWithItsLine(String code, String message) {
    assertThatThrownBy(() -> new ProgramTool().answer(code.replace("\\n", "\n")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  /** Whatever is nested: an error in words, never one of the process. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "[",
        "{1: ",
        "-",
        "not ",
        "lambda: ",
        "x = ",
        "f(",
        "1 if 1 else ",
        "'a' + (",
        "x.a",
        "\\u0000",
        "\ud800",
        "a[",
        "if 1:",
        "def f(): "
      })
  void hostileProgramsEndInWords(String piece) {
    String program = piece.repeat(3_990 / piece.length());
    assertThatThrownBy(() -> new ProgramTool().answer(program))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank()
        .hasSizeLessThan(400);
  }

  @Test
  void muchOutputIsCutAndSaysSo() {
    assertThat(new ProgramTool().answer("for i in range(2000): print('abc')"))
        .hasSizeLessThan(2_000)
        .endsWith("\n(The first 1,800 of 8,000 characters.)");
  }

  @Test
  void aProgramIsRightOnAllInputsOrIsToldWhere() {
    State state = State.start(new Code(Difficulty.EASY), 2);
    assertThat(state.observation())
        .isEqualTo(
            """
            x is a whole number that is not negative. Make a list of its digits. With the list: multiply each number by 4. Return the largest number, or 0 where none is left.
            For example, f(3466222) is 24, and f(7263536) is 28.""");
    assertThat(said(state, "def f(x):\n  return max([int(i) for i in str(x)]) * 4"))
        .isEqualTo("won: The program is right on all 10 inputs.");
    assertThat(said(state, "def f(x): return 24"))
        .isEqualTo("lost: The program is wrong: f(7263536) is 24, expected 28.");
    assertThat(said(state, "def f(x): return x // 0"))
        .isEqualTo("lost: The program fails: line 1: division by zero.");
    assertThat(said(state, "def g(x): return 24"))
        .isEqualTo("lost: The program fails: no function has the name 'f'.");
    assertThat(said(state, "def f(x) return 24")).startsWith("lost: The program fails: line 1: ");
    assertThat(said(state, "def f(x):\n  while True: x = x"))
        .isEqualTo("lost: The program fails: line 2: more than 100,000 steps.");
  }

  private static String said(State state, String program) {
    State after = state.step(Optional.of(program));
    return after.outcome() + ": " + after.observation();
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
