package org.galton.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.galton.console.ShellWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every command that the pages print, as a reader types it in the root of a clone. Those of a page
 * run one after the other, in a folder {@code runs} of their own where the demo has been run, with
 * few prompts and rollouts. A command that cannot run here is read by its parser at least.
 */
@Tag("whole")
final class PrintedCommandsIT {
  /** Of the commands that are only parsed: what of the line says so, and why. */
  private static final Map<String, String> ONLY_PARSED =
      Map.of(
          "^\\./galton --", "options of spark-submit: another master or another process",
          "^\\./galton bench |studies/(brorl|value-|agentflow|flow-grpo|train-team)|runs/agentflow|vgb --task (tilt|abc,)|galton worlds +#|galton playbook .*=|runs/untrained|studies/(audit|train-secret)",
              "minutes",
          "^\\./galton (view|serve) ", "it serves until it is stopped",
          "^\\./galton play [a-zA-Z0-9]", "a person types",
          "--labels *(#|$)|FROM labels", "labels that people gave by hand",
          "path/to/checkpoint", "a model that has to be downloaded",
          "endpoint:|serve:", "a server",
          "runs/letter-sum|vgb-countdown|deepsearch-countdown|adaptive-", "a sweep of minutes",
          "adapter:runs/", "an adapter that a training has left",
          "truthrl|train-(facts|guess|tools)|studies/(guess-the-number|grpo-tcr)",
              "a study of an hour");

  /** What makes sweeps of these specs short. */
  private static final Pattern LONG = Pattern.compile("jobs/(demo|nightly|environments)\\.yaml");

  private static final List<String> SHORT =
      List.of("rollouts=4", "tasks.0.prompts=4", "tasks.1.prompts=4");

  /** The same for trainings. */
  private static final Pattern TRAINING = Pattern.compile("jobs/reinforce-[a-z]+\\.yaml");

  private static final List<String> SHORT_TRAINING =
      List.of(
          "tasks.0.prompts=64",
          "steps=1",
          "prompts_per_step=8",
          "rollouts=4",
          "evaluate.prompts=4",
          "evaluate.rollouts=4");
  private static final Pattern SPEC =
      Pattern.compile("(?:jobs|examples(?:/[a-z-]+)?)/([a-z-]+)\\.yaml");
  private static final Pattern RUNS = Pattern.compile("(^|=)runs/");
  private static final Pattern IN_A_CELL = Pattern.compile("`(\\./galton [^`]+)`");
  private static final Path EXAMPLES = Path.of("examples/README.md");

  @TempDir private static Path temporary;

  private static Set<Path> before;

  @BeforeAll
  static void runTheDemo() throws IOException {
    before = cloned();
    System.setProperty("spark.master", "local[2]");
    run("./galton sweep jobs/demo.yaml", temporary.resolve("first"));
  }

  @AfterAll
  static void forgetTheMasterAndLeaveTheCloneAsItWas() throws IOException {
    System.clearProperty("spark.master");
    assertThat(cloned()).isEqualTo(before);
  }

  @TestFactory
  Stream<DynamicContainer> pages() throws IOException {
    Set<String> seen = new HashSet<>();
    List<DynamicContainer> pages = new ArrayList<>();
    for (Map.Entry<Path, List<String>> page : commands().entrySet()) {
      Path folder = temporary.resolve(page.getKey().toString());
      FileUtils.copyDirectory(
          temporary.resolve("first/runs").toFile(), folder.resolve("runs").toFile());
      pages.add(
          DynamicContainer.dynamicContainer(
              page.getKey().toString(),
              page.getValue().stream()
                  .filter(line -> line.contains("runs/") || seen.add(line.replaceAll(" +#.*", "")))
                  .map(line -> DynamicTest.dynamicTest(line, () -> run(line, folder)))
                  .toList()));
    }
    return pages.stream();
  }

  @Test
  void everyExceptionIsNeededAndMostCommandsRun() throws IOException {
    List<String> lines = commands().values().stream().flatMap(List::stream).toList();

    assertThat(ONLY_PARSED.keySet())
        .allMatch(
            pattern ->
                lines.stream().anyMatch(line -> Pattern.compile(pattern).matcher(line).find()));
    assertThat(lines.stream().filter(line -> onlyParsed(line).isEmpty()))
        .hasSizeGreaterThan(50)
        .anyMatch(line -> line.contains("--fail-if"));
  }

  @Test
  void aCommandThatDoesNotWorkIsFound() {
    assertThatThrownBy(() -> run("./galton stats --input examples/none.csv", temporary))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("examples/none.csv");
    assertThatThrownBy(() -> run("./galton bench decode --none", temporary))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @Test
  void linesAreSplitAsByTheShell() {
    assertThat(ShellWords.of("./galton sql \"a 'b'\n c\" --x='d e' $'f\\n' g\\ h \\\n i  # it's"))
        .containsExactly("./galton", "sql", "a 'b'\n c", "--x=d e", "f\n", "g h", "i");
    assertThat(ShellWords.isOpen("./galton sql \"SELECT")).isTrue();
    assertThat(ShellWords.isOpen("./galton plan \\")).isTrue();
    assertThat(ShellWords.isOpen("./galton plan # it's")).isFalse();
  }

  /** What lies in the root of the clone and in its folder {@code runs}. */
  private static Set<Path> cloned() throws IOException {
    Set<Path> found = new HashSet<>();
    for (Path folder : List.of(Path.of("."), Path.of("runs"))) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          files.forEach(found::add);
        }
      }
    }
    return found;
  }

  private static Map<Path, List<String>> commands() throws IOException {
    Map<Path, List<String>> commands = new LinkedHashMap<>();
    for (DocPage page : DocPage.all()) {
      List<String> lines = new ArrayList<>(page.commands());
      if (page.path().equals(EXAMPLES)) {
        for (String line : page.lines()) {
          IN_A_CELL.matcher(line).results().forEach(found -> lines.add(found.group(1)));
        }
      }
      if (!lines.isEmpty()) {
        commands.put(page.path(), lines);
      }
    }
    return commands;
  }

  private static Optional<String> onlyParsed(String line) {
    return ONLY_PARSED.entrySet().stream()
        .filter(exception -> Pattern.compile(exception.getKey()).matcher(line).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void run(String line, Path folder) {
    List<String> words = words(line, folder);
    if (onlyParsed(line).isPresent()) {
      Galton.commandLine().parseArgs(words.toArray(String[]::new));
      return;
    }
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said);
    CommandLine galton = Galton.commandLine().setOut(writer).setErr(writer);

    int exitCode = Galton.run(galton, words.toArray(String[]::new));

    // Whether the gate in an example is missed is a matter of the figures, not of the command.
    assertThat(exitCode)
        .as("%s%n%s", words, said)
        .isIn(words.contains("--fail-if") ? List.of(0, 1) : List.of(0));
    assertThat(said.toString()).isNotBlank();
  }

  /**
   * The command's words, without those of spark-submit and of the shell, and with other folders.
   */
  private static List<String> words(String line, Path folder) {
    List<String> all = ShellWords.of(line);
    Set<String> names = Galton.commandLine().getSubcommands().keySet();
    int first = 1;
    while (!names.contains(all.get(first))) {
      first++;
    }
    List<String> words = new ArrayList<>(all.subList(first, all.size()));
    if (words.contains(">")) {
      words.subList(words.indexOf(">"), words.size()).clear();
    }
    words.replaceAll(word -> RUNS.matcher(word).replaceFirst("$1" + folder.resolve("runs") + "/"));
    String command = String.join(" ", words);
    var spec = SPEC.matcher(command);
    if (spec.find()) {
      // The spec of an audit names no folder.
      if (!command.contains("output=")
          && !words.contains("--output")
          && !words.get(0).equals("audit")) {
        set(words, "output=" + folder.resolve("runs").resolve(spec.group(1)));
      }
      if (LONG.matcher(command).find()) {
        SHORT.forEach(setting -> set(words, setting));
      }
      if (TRAINING.matcher(command).find()) {
        SHORT_TRAINING.forEach(setting -> set(words, setting));
      }
    }
    return words;
  }

  private static void set(List<String> words, String setting) {
    words.add("--set");
    words.add(setting);
  }
}
