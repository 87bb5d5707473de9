package org.galton.study.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.galton.environment.suite.Environments;
import org.galton.game.Style;
import org.junit.jupiter.api.Test;

/** A person at the terminal. */
final class PlayCommandTest {
  private static String played(String environment, Style style, String input) throws IOException {
    StringWriter out = new StringWriter();
    new TerminalGame(new BufferedReader(new StringReader(input)), new PrintWriter(out))
        .play(Environments.named(environment).orElseThrow(), style, 20);
    return out.toString();
  }

  @Test
  void aGameIsPlayedLineByLine() throws IOException {
    assertThat(played("guess-the-number/easy", Style.PROSE, "5\n\n3\n9\n"))
        .startsWith("Find a hidden whole number from 1 to 10.")
        .contains("guess-the-number/easy, seed 20, at most 4 turns.")
        .contains("\n1> 5 is too high.\n\n2> \n2> 3 is the number.\n")
        .endsWith("won after 2 turns; return 1.000.\n");
  }

  @Test
  void anEndOfTheInputEndsItPolitely() throws IOException {
    assertThat(played("hanoi/easy", Style.PROSE, "A C\n"))
        .contains("A: 3 2\nB:\nC: 1\n")
        .endsWith("The input ended after 1 turns.\n");
  }

  @Test
  void marksAreWhatTinyModelsSee() throws IOException {
    assertThat(played("hanoi/easy", Style.MARKS, "A C\nA A\nx\n"))
        .contains("hanoi/easy AAA=", "hanoi/easy CAA=")
        .endsWith("format error after 3 turns; return -0.100.\n");
  }

  @Test
  void aToolIsCalledByItsName() throws IOException {
    assertThat(played("arithmetic/easy", Style.PROSE, "calculator: 2+3\ncalculator: 2/3\n7\n"))
        .contains("Or call a tool: calculator: EXPRESSION")
        .contains("1> 5\n", "2> Error: expected a number")
        .endsWith("after 3 turns; return 0.000.\n");
  }

  @Test
  void theListHasEveryEnvironment() {
    assertThat(EnvironmentList.text()).contains(Environments.ids());
  }
}
