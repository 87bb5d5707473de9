package org.galton.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class ManPageTest {
  @TempDir private Path folder;

  @Command(
      name = "any",
      description = {".TH is no macro here, 100 % of a\\b.", "", "'quoted' at the start."},
      footer = {"", "Example: any --no 'x'  # two  blanks"})
  private static final class Any implements Runnable {
    @Option(names = "--no", paramLabel = "N", description = "A `number` (default: ~).")
    @SuppressWarnings("UnusedVariable") // its annotation is read
    private String number;

    @Override
    public void run() {}
  }

  @Test
  void textIsTextWhateverItBeginsWith() {
    assertThat(new ManPage(new CommandLine(new Any())).toString())
        .endsWith(
            """
            .SH SYNOPSIS
            any [\\-\\-no=N]
            .SH DESCRIPTION
            \\&.TH is no macro here, 100 % of a\\eb.
            .PP
            \\(aqquoted\\(aq at the start.
            .SH OPTIONS
            .TP
            \\fB\\-\\-no\\fR=\\fIN\\fR
            A \\(ganumber\\(ga (default: \\(ti).
            .SH NOTES
            .nf
            Example: any \\-\\-no \\(aqx\\(aq  # two  blanks
            .fi
            """);
  }

  @Test
  void everyCommandHasAPageThatGroffReadsWithoutAWarning() throws Exception {
    StringWriter out = new StringWriter();
    CommandLine galton = Galton.commandLine().setOut(new PrintWriter(out, true));
    assertThat(galton.execute("man", folder.toString())).isZero();
    assertThat(out).hasToString("Read them with: man -M " + folder + " galton\n");

    List<Path> pages;
    try (Stream<Path> found = Files.list(folder.resolve("man1"))) {
      pages = found.sorted().toList();
    }
    assertThat(pages.stream().map(page -> page.getFileName().toString()))
        .hasSize(1 + (int) commands(galton).count())
        .contains("galton.1", "galton-sweep.1", "galton-bench-fit.1");
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/groff")));
    for (Path page : pages) {
      assertThat(groff(page, "-ww", "-z")).as(page.toString()).isEmpty();
    }
    assertThat(groff(folder.resolve("man1/galton-sweep.1"), "-Tutf8", "-P-cbou"))
        .contains("GALTON-SWEEP(1)", "--set=KEY=VALUE\n", "./galton sweep jobs/demo.yaml");
  }

  private static Stream<CommandLine> commands(CommandLine command) {
    return command.getSubcommands().values().stream()
        .flatMap(sub -> Stream.concat(Stream.of(sub), commands(sub)));
  }

  private static String groff(Path page, String... options)
      throws IOException, InterruptedException {
    Process groff =
        new ProcessBuilder(
                Stream.of(
                        Stream.of("/usr/bin/groff", "-man"),
                        Stream.of(options),
                        Stream.of(page.toString()))
                    .flatMap(words -> words)
                    .toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(groff.getInputStream().readAllBytes(), UTF_8);
    groff.waitFor();
    return said;
  }
}
