package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.logging.log4j.core.config.Configurator;
import org.galton.console.ExitCode;
import org.galton.model.Sampling;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class GaltonTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @AfterEach
  void quietAgain() {
    Configurator.reconfigure();
  }

  @Test
  void versionNamesThisBuildAndWhatItRunsOn() throws Exception {
    assertThat(run(Galton.commandLine(), "version", "--json")).isZero();

    Map<?, ?> versions = new ObjectMapper().readValue(out.toString(), Map.class);
    assertThat(versions.keySet().toString()).isEqualTo("[galton, spark, djl, pytorch, java]");
    assertThat(versions.values()).allMatch(version -> version.toString().matches("[0-9]+[.].*"));
  }

  @Test
  void noCommandAndAnUnknownOneAreUsageErrors() {
    assertThat(run(Galton.commandLine())).isEqualTo(2);
    assertThat(run(Galton.commandLine(), "versio")).isEqualTo(2);

    assertThat(err.toString())
        .matches(
            """
            Missing command
            See 'galton --help'[.]
            Unmatched argument at index 0: 'versio'
            Did you mean: galton version.*[?]
            See 'galton --help'[.]
            """);
  }

  @Test
  void everyCommandShowsAnExample() {
    Galton.commandLine()
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage())
                    .as(name)
                    .contains("Example: ./galton " + name));
  }

  @Test
  void everyPathOnTheCommandLineMayBeginWithTheHomeFolder() {
    commands(Galton.commandLine())
        .flatMap(command -> command.getCommandSpec().args().stream())
        .filter(arg -> arg.paramLabel().matches("PATH|DIR|FILE|SPEC"))
        .forEach(arg -> assertThat(arg.converters()).as(arg.toString()).hasSize(1));
    assertThat(run(Galton.commandLine(), "sql", "--output", "~nobody/x", "SELECT 1")).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Invalid value for option '--output': Cannot use path '~nobody/x': only ~/");
  }

  @Test
  void queriesInAFileAreTextInUtf8OfBoundedLength(@TempDir Path folder) throws IOException {
    Path latin = Files.write(folder.resolve("a.sql"), new byte[] {'S', '\n', '\'', (byte) 0xE9});
    assertThat(run(Galton.commandLine(), "sql", "--file", latin.toString())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("Cannot read " + latin + " line 2: its byte 2 is 0xE9, which is not UTF-8;");
    Path big = Files.write(folder.resolve("b.sql"), new byte[(1 << 20) + 1]);
    assertThat(run(Galton.commandLine(), "sql", "--file", big.toString())).isEqualTo(2);
    assertThat(err.toString())
        .endsWith(big + ": it is longer than 1,048,576 bytes; expected queries in SQL\n");
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(GaltonTest::commands));
  }

  @Test
  void invalidInputIsItsMessageAndNothingElse() {
    assertThat(failingWith(new InvalidInput("Cannot read x.yaml: no such file"))).isEqualTo(2);
    assertThat(err).hasToString("Cannot read x.yaml: no such file\n");
  }

  @Test
  void aValueThatOurRecordsRefuseIsInvalidInput() {
    assertThat(failingWith(refusal(() -> Sampling.untempered(0)))).isEqualTo(2);
    assertThat(err).hasToString("Invalid max_tokens 0: expected 1 or more\n");
  }

  @Test
  void aValueThatALibraryRefusesIsNotTheUsersMistake() {
    assertThat(failingWith(refusal(() -> Enum.valueOf(ExitCode.class, "NONE")))).isEqualTo(3);
    assertThat(err.toString())
        .startsWith("Cannot finish 'galton fail': IllegalArgumentException: No enum");
  }

  @Test
  void invalidInputFoundInsideASparkTaskIsStillInvalidInput() {
    assertThat(
            failingWith(
                new IllegalStateException("Job aborted", new InvalidInput("Cannot read m"))))
        .isEqualTo(2);
    assertThat(err).hasToString("Cannot read m\n");
  }

  @Test
  void anyOtherFailureIsOneLineAndAHint() {
    assertThat(failingWith(new IllegalStateException("lost\ndetails"))).isEqualTo(3);
    assertThat(err)
        .hasToString(
            """
            Cannot finish 'galton fail': IllegalStateException: lost
            What is finished is kept; --verbose shows where it stopped.
            """);
  }

  @Test
  void verboseAddsTheStackTrace() {
    assertThat(failingWith(new InvalidInput("Cannot read x"), "--verbose")).isEqualTo(2);
    assertThat(err.toString()).contains("\tat org.galton.").endsWith("\nCannot read x\n");
  }

  @Test
  void fullMemoryEndsWithThreeWhereverItHappened() {
    String cure =
        "Cannot finish 'galton fail': its memory is full (Java heap space); run the same command"
            + " with more, such as --driver-memory 8g before the command, on a cluster"
            + " --executor-memory as well\n";
    assertThat(failingWith(new OutOfMemoryError("Java heap space"))).isEqualTo(3);
    assertThat(err).hasToString(cure);
    Throwable inATask =
        new IllegalStateException("Job aborted", new OutOfMemoryError("Java heap space"));
    assertThat(failingWith(inATask)).isEqualTo(3);
    assertThat(err).hasToString(cure + cure);
  }

  @Test
  void inputThatIsNestedTooDeepEndsWithTwo() {
    assertThat(failingWith(new StackOverflowError())).isEqualTo(2);
    assertThat(err)
        .hasToString(
            "Cannot finish 'galton fail': its input is nested too deep; expected a flatter query,"
                + " spec or file\n");
  }

  @Test
  void classThatIsMissingEndsWithThreeAndHowToBuildItAgain() {
    assertThat(failingWith(new NoClassDefFoundError("org/x/Y"))).isEqualTo(3);
    assertThat(err.toString())
        .isEqualTo(
            "Cannot finish 'galton fail': a part of this installation is missing or of another"
                + " version (NoClassDefFoundError org/x/Y); build it again with ./mvnw clean"
                + " package, then run the same command again\n");
  }

  @Test
  void invalidInputFoundWhileAClassIsMadeReadyIsStillInvalidInput() {
    Error failure = new ExceptionInInitializerError(new InvalidInput("Cannot read m"));
    assertThat(failingWith(failure)).isEqualTo(2);
    assertThat(err).hasToString("Cannot read m\n");
  }

  @Test
  void anyOtherErrorEndsWithThree() {
    assertThat(failingWith(new AssertionError("never"))).isEqualTo(3);
    assertThat(err.toString()).startsWith("Cannot finish 'galton fail': AssertionError: never\n");
  }

  @Test
  void numbersThatOverflowEndWithTwo() {
    assertThat(failingWith(new IllegalStateException(new ArithmeticException("long overflow"))))
        .isEqualTo(2);
    assertThat(err).hasToString("Cannot finish 'galton fail': long overflow\n");
  }

  @Test
  void failuresThatCauseOneAnotherComeToAnEnd() {
    IllegalStateException failure = new IllegalStateException("one");
    failure.initCause(new IllegalStateException("two", failure));
    assertThat(failingWith(failure)).isEqualTo(3);
  }

  private int failingWith(Throwable failure, String... options) {
    CommandLine galton = Galton.commandLine().addSubcommand(new Failing(failure));
    String[] args = new String[options.length + 1];
    args[0] = "fail";
    System.arraycopy(options, 0, args, 1, options.length);
    return run(galton, args);
  }

  private int run(CommandLine galton, String... args) {
    galton.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    return Galton.run(galton, args);
  }

  private static Exception refusal(Callable<?> call) {
    try {
      call.call();
    } catch (Exception refused) {
      return refused;
    }
    throw new AssertionError("Nothing was refused");
  }

  @Command(name = "fail")
  private record Failing(Throwable failure) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }
}
