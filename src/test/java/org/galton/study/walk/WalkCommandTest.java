package org.galton.study.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.galton.cli.Galton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class WalkCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--horizon 0 | Invalid --horizon 0: expected a whole number from 1 to 1,000,000",
        "--laziness 1 | Invalid --laziness 1.0: expected a number of at least 0 and below 1",
        "--laziness NaN | Invalid --laziness NaN: expected a number of at least 0 and below 1",
        "--steps -1 | Invalid --steps -1: expected a whole number from 0 to 1,000,000,000",
        "--candidates 0 | Invalid --candidates 0: expected a whole number from 1 to 1,000",
      })
  void whatIsAskedInVainIsRefused(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    int code = galton.execute(("walk --tree x.csv " + arguments).split(" ", -1));

    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(code).isEqualTo(2);
  }
}
