package org.galton.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.galton.cli.Galton;
import org.galton.spec.SpecKey;
import org.galton.spec.SpecSource;
import org.galton.sweep.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What a user is told who gives a key of the spec as an option, or a spec that is not there. */
final class SpecAdviceTest {
  private static final String UNKNOWN = "Unknown option '%s': it is a key of the spec; write %s%n";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sweep jobs/demo.yaml --rollouts 4, --rollouts, --set rollouts=4",
    "sweep jobs/demo.yaml --rollouts=4, --rollouts, --set rollouts=4",
    "sweep --rollouts 4 jobs/demo.yaml, --rollouts, --set rollouts=4",
    "plan jobs/demo.yaml --rollouts, --rollouts, --set rollouts=VALUE",
    "rollout --rollouts jobs/demo.yaml, --rollouts, --set rollouts=VALUE",
    "rollout jobs/demo.yaml --shard-rollouts 8, --shard-rollouts, --set shard_rollouts=8",
    "sweep jobs/demo.yaml --failure_budget 0.1, --failure_budget, --set failure_budget=0.1",
    "sweep jobs/demo.yaml --max-tokens 8, --max-tokens, --set sampling.max_tokens=8",
    "sweep jobs/demo.yaml --device gpu, --device, --set decoding.device=gpu",
    "sweep jobs/demo.yaml --decoding-slots 4, --decoding-slots, --set decoding.slots=4",
    "sweep jobs/demo.yaml --tasks.0.prompts 4, --tasks.0.prompts, --set tasks.0.prompts=4",
    "sweep jobs/demo.yaml --models m, --models, --set 'models=[m]'",
    "train jobs/train-abacus.yaml --training-steps 9, --training-steps, --set training.steps=9",
    "sweep no.yaml --rollouts 4, --rollouts, --set rollouts=4"
  })
  void aKeyGivenAsAnOptionIsShownAsAnOverride(String command, String option, String override) {
    String[] words = command.split(" ");

    assertThat(said(words))
        .isEqualTo(
            UNKNOWN.formatted(option, override) + "See 'galton %s --help'.\n".formatted(words[0]));
  }

  @Test
  void aKeyOfSeveralTasksIsSetInAllOfThemAndEachOptionHasItsLine() {
    assertThat(said("sweep", "jobs/demo.yaml", "--prompts", "8", "--system", "it's all", "--x"))
        .isEqualTo(
            UNKNOWN.formatted("--prompts", "--set tasks.0.prompts=8 --set tasks.1.prompts=8")
                + UNKNOWN.formatted("--system", "--set 'chat.system=it'\\''s all'")
                + "See 'galton sweep --help'.\n");
    assertThat(said("sweep", "jobs/demo.yaml", "--tasks", "x"))
        .isEqualTo("Unknown options: '--tasks', 'x'\nSee 'galton sweep --help'.\n");
  }

  /** Whatever the reader asks for is known: nothing lists the keys a second time. */
  @Test
  void theKeysAreThoseOfTheReader() throws IOException {
    List<String> written =
        Files.readAllLines(Path.of("docs/spec.md")).stream()
            .dropWhile(line -> !line.startsWith("sweep: demo"))
            .takeWhile(line -> !line.startsWith("```"))
            .filter(line -> line.matches("[a-z_]+:.*"))
            .map(line -> line.replaceFirst(":.*", ""))
            .toList();

    assertThat(
            SweepSpec.keys(new SpecSource("", "", List.of())).stream()
                .map(SpecKey::path)
                .filter(path -> path.indexOf('.') < 0)
                .toList())
        .containsExactlyInAnyOrderElementsOf(new TreeSet<>(written));
  }

  @Test
  void aSpecBesideTheScriptIsNamedWhereItIs() throws IOException {
    Path job = Files.createDirectories(folder.resolve("jobs")).resolve("demo.yaml");
    Files.createFile(job);
    String here = Path.of("").toAbsolutePath().toString();

    assertThat(
            Stream.of(folder.toString(), "/no/such", null)
                .map(home -> SpecFile.missing("jobs/demo.yaml", home)))
        .containsExactly(
            "Cannot read jobs/demo.yaml: no such file in " + here + "; did you mean " + job + "?",
            "Cannot read jobs/demo.yaml: no such file in "
                + here
                + "; specs to start from are in /no/such/jobs/",
            "Cannot read jobs/demo.yaml: no such file in "
                + here
                + "; specs to start from are in jobs/");
  }

  private static String said(String... args) {
    StringWriter err = new StringWriter();
    CommandLine galton = Galton.commandLine().setErr(new PrintWriter(err, true));
    assertThat(galton.execute(args)).isEqualTo(2);
    return err.toString();
  }
}
