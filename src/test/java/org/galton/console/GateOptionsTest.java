package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.galton.cli.Galton;
import org.galton.job.gate.JudgedGate;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The files that a build server reads. */
final class GateOptionsTest {
  /** Cells, lines, code, HTML, an end of text, half a character, and one beyond 16 bits. */
  private static final String HOSTILE =
      "a|b\n`c` <d>&amp;\u0000\u001b[31m \ud83d \ud83c\udfb2 \"e\" *f*";

  private static final String SHOWN =
      "a|b\\u000a`c` <d>&amp;\\u0000\\u001b[31m \\ud83d \ud83c\udfb2 \"e\" *f*";

  private static final JudgedGate MISSED =
      new JudgedGate(
          "pass@1 below 0.5", HOSTILE, 0.4, 0.31, 0.47, 0.5, 0.95, true, "Gate missed: " + HOSTILE);

  private static final JudgedGate PASSED =
      new JudgedGate(
          "maj@n above 0.5", "m on sums", 0.4, 0.31, 0.47, 0.5, 0.95, false, "Gate passed.");

  @TempDir private Path folder;

  @Command(name = "any")
  private static final class Any implements Runnable {
    @CommandLine.Mixin private GateOptions files;

    @Override
    public void run() {
      files.check(List.of("a gate"));
      files.write("galton any", List.of(MISSED, PASSED));
    }
  }

  @Test
  void aParserOfXmlReadsATestCaseForEachGate() throws Exception {
    Path file = folder.resolve("new/gates.xml");
    write("--junit", file);

    Element suite =
        (Element)
            DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getElementsByTagName("testsuite")
                .item(0);

    assertThat(suite.getAttribute("name")).isEqualTo("galton any");
    assertThat(suite.getAttribute("tests")).isEqualTo("2");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    List<Element> cases =
        IntStream.range(0, suite.getElementsByTagName("testcase").getLength())
            .mapToObj(i -> (Element) suite.getElementsByTagName("testcase").item(i))
            .toList();
    assertThat(cases.stream().map(test -> test.getAttribute("name")))
        .containsExactly("pass@1 below 0.5: " + SHOWN, "maj@n above 0.5: m on sums");
    assertThat(cases.get(0).getAttribute("classname")).isEqualTo("galton.any");
    Element failure = (Element) cases.get(0).getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo(
            "figure 0.4000, 90 % interval 0.3100 to 0.4700, limit 0.5, with 95 % one-sided"
                + " confidence");
    assertThat(failure.getTextContent()).isEqualTo("Gate missed: " + SHOWN);
    assertThat(cases.get(1).getChildNodes().getLength()).isZero();
  }

  @Test
  void markdownIsOneTableWhateverTheNames() throws Exception {
    Path file = folder.resolve("gates.md");
    write("--markdown", file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            **galton any**: 1 of 2 gates missed

            | gate | of | result | figure | interval | limit |
            | --- | --- | --- | --- | --- | --- |
            | pass@1 below 0.5 | a\\|b\\\\u000a\\`c\\` \\<d\\>\\&amp;\\\\u0000\\\\u001b\\[31m \\\\ud83d \ud83c\udfb2 "e" \\*f\\* | missed | 0.4000 | 0.3100 to 0.4700 (90 %) | 0.5 |
            | maj@n above 0.5 | m on sums | passed | 0.4000 | 0.3100 to 0.4700 (90 %) | 0.5 |
            """);
  }

  @Test
  void aFileIsReplacedWholeAndNothingElseStaysInItsFolder() throws Exception {
    Path file = Files.writeString(folder.resolve("gates.xml"), "<old/>");
    write("--junit", file);

    assertThat(file).content().startsWith("<?xml").endsWith("</testsuites>");
    assertThat(folder).isDirectoryContaining(found -> found.equals(file)).isNotEmptyDirectory();
    try (var found = Files.list(folder)) {
      assertThat(found).containsExactly(file);
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
    Path inTheWay = Files.createDirectories(folder.resolve("gates.xml/below")).getParent();

    assertThatThrownBy(() -> write("--junit", inTheWay))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot write " + inTheWay + ": ")
        .hasMessageEndingWith("; name a file in a folder that you may write to");
    try (var found = Files.list(folder)) {
      assertThat(found).containsExactly(inTheWay);
    }
  }

  @Test
  void filesWithoutAGateAreAUsageError() {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));

    assertThat(galton.execute("stats", "--input", "x.csv", "--junit", "x.xml")).isEqualTo(2);
    assertThat(galton.execute("compare", "a", "b", "--markdown", "x.md")).isEqualTo(2);
    String expected =
        "Cannot write results of gates: there is no gate; add --fail-if GATE, or leave out --junit"
            + " and --markdown\n";
    assertThat(err).hasToString(expected + expected);
  }

  private static void write(String option, Path file) {
    CommandLine any = new CommandLine(new Any());
    any.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          throw failure;
        });
    any.parseArgs(option, file.toString());
    any.<Any>getCommand().run();
  }
}
