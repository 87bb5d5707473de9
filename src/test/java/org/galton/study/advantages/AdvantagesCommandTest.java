package org.galton.study.advantages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.galton.cli.Galton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class AdvantagesCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--clip 0.2,0.3 | Cannot use --clip with --loss cispo: expected grpo, dapo or gspo",
        "--loss dapo --clip 0.2 | Invalid --clip '0.2': expected two numbers such as 0.2,0.28",
        "--loss dapo --clip 1,0.2 | Invalid low end of clipping 1.0: expected above 0 and below 1",
        "--loss grpo --eps-max 5 | Cannot use --eps-max with --loss grpo: expected cispo",
        "--bands 0.6,0.4 | Invalid alpha + beta 1.0: expected below 1: otherwise a wrong answer"
            + " could rank above a right one",
        "--range 1,0 | Invalid --range '1,0': expected the lower end first",
        "--overlong 100,200 | Invalid margin of tokens 200: expected 1 to the limit, 100",
        "--overlong 100.5,20 | Invalid --overlong '100.5,20': expected whole numbers such as"
            + " 20480,4096",
        "--overlong 100,20 --reward hybrid | Cannot use --overlong with --reward hybrid: expected a"
            + " reward of verdicts or tools; shape the column 'reward' where it is made"
      })
  void whatIsAskedInVainIsRefused(String arguments, String message) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    int code = galton.execute(("advantages --input x.csv " + arguments).split(" ", -1));

    assertThat(err.toString().strip()).isEqualTo(message);
    assertThat(code).isEqualTo(2);
  }
}
