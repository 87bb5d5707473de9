package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Numbers that no run could finish end at once, with the option, the value and what is expected.
 */
final class NumberRangesTest {
  private static final List<String> WRONG =
      List.of(
          "1000000000000000000000",
          "1e18",
          "9999999999",
          "2147483648",
          "-1",
          "-2147483649",
          "NaN",
          "1e999",
          "-1e999",
          "Infinity",
          "",
          "0x10",
          "1,000,");

  private final StringWriter err = new StringWriter();

  @Test
  void everyOptionOfANumberHasARange() {
    List<String> without =
        numeric(Galton.commandLine())
            .filter(option -> NumberRanges.of(option).isEmpty())
            .map(OptionSpec::longestName)
            .toList();
    assertThat(without).isEmpty();
    assertThat(numeric(Galton.commandLine())).hasSizeGreaterThan(50);
  }

  @Test
  void everyDefaultIsInItsRange() {
    numeric(Galton.commandLine())
        .filter(option -> option.defaultValue() != null)
        .flatMap(
            option ->
                Stream.of(option.defaultValue().split(",")).map(value -> new Given(option, value)))
        .forEach(given -> assertThat(given.isTaken()).as(given.toString()).isTrue());
  }

  private record Given(OptionSpec option, String value) {
    boolean isTaken() {
      NumberRange range = NumberRanges.of(option).orElseThrow();
      try {
        double number = Double.parseDouble(value);
        boolean whole = range.kind().equals("a whole number");
        return range.holds(number) && (!whole || value.matches("-?[0-9]+"));
      } catch (NumberFormatException e) {
        return false;
      }
    }
  }

  static Stream<Arguments> options() {
    return commands(Galton.commandLine())
        .flatMap(
            command ->
                numericOf(command)
                    .map(
                        option ->
                            Arguments.of(
                                command.getCommandSpec().qualifiedName(" "),
                                option.longestName())));
  }

  @ParameterizedTest
  @MethodSource("options")
  void numbersOutOfRangeEndAtOnce(String path, String name) {
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));
    CommandLine command =
        commands(galton)
            .filter(one -> one.getCommandSpec().qualifiedName(" ").equals(path))
            .findFirst()
            .orElseThrow();
    OptionSpec option = command.getCommandSpec().findOption(name);
    NumberRange range = NumberRanges.of(option).orElseThrow();
    int refused = 0;
    for (String value : WRONG) {
      if (new Given(option, value).isTaken()
          || (option.splitRegex().equals(",") && value.contains(","))) {
        continue;
      }
      refused++;
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () ->
              assertThat(Galton.run(galton, arguments(command, option, value)))
                  .as(value)
                  .isEqualTo(2));
      assertThat(err.toString())
          .as("%s %s '%s'", path, name, value)
          .contains(name, ": expected " + range.text())
          .containsAnyOf(spellings(value))
          .satisfies(said -> assertThat(said.lines().count()).isLessThanOrEqualTo(2));
      err.getBuffer().setLength(0);
    }
    assertThat(refused).isGreaterThan(3);
  }

  /** As it was given, or as a double or a decimal prints the number. */
  private static String[] spellings(String value) {
    try {
      return new String[] {
        value, Double.toString(Double.parseDouble(value)), new BigDecimal(value).toString()
      };
    } catch (NumberFormatException e) {
      return value.isEmpty() ? new String[] {"''"} : new String[] {value};
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fit --points x --r0 NaN; Invalid --r0 NaN: expected auto, free",
        "fit --points x --r0 1e999; Invalid --r0 1e999: expected auto, free",
        "fit --points x --r0 -1; Invalid --r0 -1: expected auto, free",
        "emergence --trajectories x --windows 9999999999; Invalid window '9999999999': expected"
            + " whole",
        "emergence --trajectories x --windows -5; Invalid window '-5': expected whole",
        "balance --transitions x --votes 9999999999:1; Invalid vote 9999999999:1: expected M:n",
        "balance --transitions x --votes 999999999:999999999; Invalid draws of a vote 999999999:"
            + " expected 1 to",
        "compare a b --fail-if pass@1~drops~by~more~than~NaN; drops by more than",
        "compare a b --fail-if pass@9999999999~drops~by~more~than~0.1; pass@9999999999",
        "import openai-batch --output x --task t --questions q --judge numeric --tolerance"
            + " 1e-999999999 l; Invalid --tolerance 1E-999999999: expected a number such as 0.01",
        "import openai-batch --output x --task t --questions q --judge numeric --tolerance 1e300 l;"
            + " Invalid --tolerance 1E+300: expected a number such as 0.01",
      })
  void textsWithNumbersEndAtOnce(String line, String message) {
    String[] arguments =
        Stream.of(line.split(" ")).map(word -> word.replace('~', ' ')).toArray(String[]::new);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(run(arguments)).as(err.toString()).isEqualTo(2));
    assertThat(err.toString()).contains(message);
  }

  private int run(String... arguments) {
    CommandLine command = Galton.commandLine().setErr(new PrintWriter(err, true));
    return Galton.run(command, arguments);
  }

  /** A line with all that the command needs, and the option. */
  private static String[] arguments(CommandLine command, OptionSpec tested, String value) {
    List<String> line =
        new ArrayList<>(List.of(command.getCommandSpec().qualifiedName(" ").split(" ")));
    line.remove(0);
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (option.required() && !option.equals(tested) && option.group() == null) {
        line.add(option.longestName());
        line.add("x");
      }
    }
    command.getCommandSpec().argGroups().stream()
        .filter(group -> group.multiplicity().min() > 0)
        .forEach(
            group -> {
              line.add(((OptionSpec) group.args().iterator().next()).longestName());
              line.add("x");
            });
    line.add(tested.longestName() + "=" + value);
    command.getCommandSpec().positionalParameters().forEach(position -> line.add("x"));
    return line.toArray(String[]::new);
  }

  private static Stream<OptionSpec> numeric(CommandLine command) {
    return commands(command).flatMap(NumberRangesTest::numericOf);
  }

  private static Stream<OptionSpec> numericOf(CommandLine command) {
    return command.getCommandSpec().options().stream().filter(NumberRangesTest::isNumeric);
  }

  private static boolean isNumeric(ArgSpec argument) {
    return NumberRanges.isNumeric(argument);
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return Stream.concat(
        Stream.of(command),
        command.getSubcommands().values().stream().flatMap(NumberRangesTest::commands));
  }
}
