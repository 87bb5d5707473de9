package org.galton.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script of {@code galton completion}, read and asked by a real shell. */
final class CompletionTest {
  @TempDir private Path folder;

  private Path script;

  @BeforeEach
  void print() throws IOException {
    script = folder.resolve("galton-completion.sh");
    try (PrintWriter out = new PrintWriter(script.toFile(), UTF_8)) {
      assertThat(Galton.commandLine().setOut(out).execute("completion")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"galton", "./galton"})
  void bashCompletesCommandsOptionsAndValues(String galton) throws Exception {
    assertThat(completed(galton, "com"))
        .containsExactlyInAnyOrder("compact", "compare", "completion");
    assertThat(completed(galton, "import", "lm")).containsExactly("lm-eval");
    assertThat(completed(galton, "stats", "--trun")).containsExactly("--truncated");
    assertThat(completed(galton, "stats", "--truncated", "j")).containsExactly("judged");
    assertThat(completed(galton, "information", "--estimator", "pl")).containsExactly("plug-in");
    assertThat(completed(galton, "information", "--measure", "b")).containsExactly("broja");
    assertThat(completed(galton, "sweep", "jobs/x.yaml", "--s")).containsExactly("--set");
    assertThat(completed(galton, "sweep", "jobs/")).as("left to the names of files").isEmpty();
  }

  @Test
  void bothWaysToCallItAreRegistered() throws Exception {
    assertThat(bash("source \"$1\" && complete -p galton"))
        .containsExactly("complete -o default -F _complete_galton galton");
    assertThat(script).as("names of files are completed").content().doesNotContain("+o default");
  }

  /** Bash looks for the completion of {@code ./galton} under its last part. */
  private List<String> completed(String... words) throws Exception {
    String line = String.join(" ", words);
    return bash(
        "source \"$1\" && COMP_WORDS=(%s) COMP_CWORD=%d COMP_LINE='%s' COMP_POINT=%d && _complete_galton; printf '%%s\\n' \"${COMPREPLY[@]}\""
            .formatted(line, words.length - 1, line, line.length()));
  }

  private List<String> bash(String commands) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
    Process bash =
        new ProcessBuilder("/bin/bash", "--norc", "-c", commands, "bash", script.toString())
            .redirectErrorStream(true)
            .start();
    List<String> lines = new String(bash.getInputStream().readAllBytes(), UTF_8).lines().toList();
    bash.waitFor();
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
