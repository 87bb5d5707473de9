package org.galton.study.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.galton.cli.Galton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class AllocateCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--show 3 | Missing --budget: expected the number of rollouts to divide",
        "--budget 9 --per-prompt 0,8 | Invalid fewest rollouts of a prompt 0: expected 1 or more",
        "--budget 9 --per-prompt 9,8 | Invalid most rollouts of a prompt 8: expected at least the"
            + " fewest, 9",
        "--budget 9 --per-prompt 2 | Invalid --per-prompt '2': expected two whole numbers such as"
            + " 2,128",
        "--budget 9 --per-prompt 2,x | Invalid --per-prompt '2,x': expected two whole numbers such"
            + " as 2,128",
        "--budget 9 --enough much | Invalid --enough 'much': expected a number above 0 and below"
            + " 1, or none",
        "--budget 9 --enough 1 | Invalid chance of a gradient that is enough 1.0: expected above 0"
            + " and below 1",
        "--budget 0 | Invalid --budget 0: expected a whole number from 1 to" + " 1,000,000,000,000"
      })
  void whatIsAskedInVainIsRefused(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    int code = galton.execute(("allocate --input x.csv " + arguments).split(" ", -1));

    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(code).isEqualTo(2);
  }
}
