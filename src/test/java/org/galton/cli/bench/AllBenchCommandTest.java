package org.galton.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.galton.bench.Ratio;
import org.galton.cli.Galton;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class AllBenchCommandTest {
  private static final String EMPTY =
      "# Figures\n\n%s\n%s\n\nThe end.\n".formatted(RatioPage.BEGIN, RatioPage.END);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** The cheapest of them, through the command as a user gives it. */
  @Test
  void ratiosAreWrittenIntoThePageAndAFallIsNamed() throws IOException {
    Path page = page(EMPTY);

    assertThat(run("--only", "allocate", "--page", page.toString(), "--write")).isZero();
    String written = Files.readString(page);
    assertThat(written)
        .startsWith("# Figures\n\n" + RatioPage.BEGIN + "\n| galton bench | ratio of |")
        .contains("| allocate --prompts ", " | a priority queue | ", " | higher | 20")
        .endsWith("|\n" + RatioPage.END + "\n\nThe end.\n");
    RatioLine line = RatioPage.read(page).lines().get(0);
    assertThat(line.ratio().value()).isGreaterThan(1);

    // As if it had once been a million times better.
    double better = 1e6 * line.ratio().value();
    String glorious = written.replace(line.markdown(), with(line, better).markdown());
    Files.writeString(page, glorious);
    out.getBuffer().setLength(0);
    assertThat(run("--only", "allocate", "--page", page.toString(), "--fail-if-slower"))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains("Worse by more than a tenth since " + page + " was written:")
        .containsPattern("  allocate .* against a priority queue is [0-9.]+, was [0-9]{7,} on 20");
    assertThat(page).hasContent(glorious);
  }

  private static RatioLine with(RatioLine line, double value) {
    Ratio ratio = Ratio.higherIsBetter(line.ratio().name(), line.ratio().against(), value);
    return new RatioLine(line.command(), ratio, line.measured());
  }

  @Test
  void aTableIsReadBackAsItWasWritten() throws IOException {
    List<RatioLine> lines =
        List.of(
            line("decode --batch 64", Ratio.higherIsBetter("tokens a second", "alone", 14.25)),
            line("decode --batch 64", Ratio.lowerIsBetter("bytes", "copies", 0.000123)),
            line("fit --series 9", Ratio.higherIsBetter("series", "20 starts", 12_345)));
    RatioPage.read(page(EMPTY)).with(lines).write();

    RatioPage again = RatioPage.read(folder.resolve("page.md"));

    assertThat(again.lines().stream().map(RatioLine::markdown))
        .containsExactly(
            "| decode --batch 64 | tokens a second | alone | 14.3 | higher | 2026-11-30 |",
            "| decode --batch 64 | bytes | copies | 0.000123 | lower | 2026-11-30 |",
            "| fit --series 9 | series | 20 starts | 12300 | higher | 2026-11-30 |");
    again.write();
    assertThat(RatioPage.read(folder.resolve("page.md"))).isEqualTo(again);
  }

  @Test
  void linesOfBenchmarksThatWereNotRunStayInTheirOrder() {
    RatioLine decode = line("decode", Ratio.higherIsBetter("rate", "alone", 2));
    RatioLine math = line("math --answers 1", Ratio.higherIsBetter("rate", "numbers", 2));
    RatioLine mathNow = line("math --answers 2", Ratio.higherIsBetter("rate", "numbers", 3));
    RatioLine fit = line("fit", Ratio.higherIsBetter("rate", "starts", 3));
    RatioLine gone = line("knitting", Ratio.higherIsBetter("rows", "stitches", 3));

    assertThat(AllBenchCommand.merged(List.of(gone, decode, math), List.of(mathNow, fit)))
        .containsExactly(decode, fit, mathNow);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "| fit | a | b | fast | higher | 2026-11-30 |; value 'fast', expected a positive number",
        "| fit | a | b | -2 | higher | 2026-11-30 |; Invalid ratio -2.0 of a against b: expected a"
            + " positive number",
        "| fit | a | b | 2 | more | 2026-11-30 |; better 'more', expected higher or lower",
        "| fit | a | b | 2 | lower | today |; measured 'today', expected a day such as 2026-11-30",
        "| fit | a | 2 | lower | 2026-11-30 |; 5 cells, expected the 6 of galton bench, ratio of,"
            + " against, value, better, measured",
        "Some words; expected a row of a table, which begins and ends with |"
      })
  void aLineThatIsNotOfTheTableIsNamed(String line, String problem) throws IOException {
    Path page = page(EMPTY.replace(RatioPage.END, line + "\n" + RatioPage.END));

    assertThat(run("--only", "allocate", "--page", page.toString())).isEqualTo(2);

    assertThat(err.toString().strip())
        .isEqualTo(
            "Cannot read line 4 of the page %s: %s; correct the line or remove it"
                .formatted(page, problem));
  }

  @Test
  void aPageWithoutMarksIsAnError() throws IOException {
    Path page = page("# Figures\n");

    assertThatThrownBy(() -> RatioPage.read(page))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            ("Cannot read the page %s: expected a line %s and below it a line %s; add both"
                    + " where the table is to stand")
                .formatted(page, RatioPage.BEGIN, RatioPage.END));
    assertThat(run("--page", folder.resolve("none.md").toString(), "--write")).isEqualTo(2);
    assertThat(err.toString()).contains("none.md", "name a file of UTF-8 by --page");
    assertThat(run("--only", "math,knitting")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Invalid --only 'knitting': expected some of decode, prefixes, samplers, sweep,");
  }

  static List<ShortBenchmark> benchmarks() {
    return ShortBenchmark.ALL;
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void everyBenchmarkIsACommandThatTellsItsRatios(ShortBenchmark benchmark) {
    CommandLine galton = Galton.commandLine();
    galton.parseArgs("bench", "all");
    CommandLine bench = galton.getSubcommands().get("bench");
    CommandLine command = bench.getSubcommands().get(benchmark.name());

    command.parseArgs(benchmark.options());

    assertThat(command.<Object>getCommand()).isInstanceOf(RatioSource.class);
  }

  @Test
  void noBenchmarkIsForgotten() {
    assertThat(Galton.commandLine().getSubcommands().get("bench").getSubcommands().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    ShortBenchmark.ALL.stream().map(ShortBenchmark::name),
                    // Episodes without a model are timed beside nothing.
                    Stream.of("all", "environments"))
                .toList());
  }

  private static RatioLine line(String command, Ratio ratio) {
    return new RatioLine(command, ratio, LocalDate.of(2026, 11, 30));
  }

  private Path page(String content) throws IOException {
    return Files.writeString(folder.resolve("page.md"), content);
  }

  private int run(String... options) {
    CommandLine command =
        Galton.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String[] words = new String[options.length + 2];
    words[0] = "bench";
    words[1] = "all";
    System.arraycopy(options, 0, words, 2, options.length);
    return command.execute(words);
  }
}
