package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.galton.console.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed at three places of a step, as by {@code kill -9}. */
@Tag("whole")
final class KilledReinforcementTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 64}]
      sampling: {max_tokens: 20}
      steps: 6
      prompts_per_step: 12
      rollouts: 8
      learning_rate: 0.001
      checkpoints: 3
      machine: {threads: 1, slots: 16, batch_tokens: 600}
      """;

  @TempDir private Path folder;

  @Test
  void killedAnywhereTheSameCommandEndsWithTheSameWeights() throws Exception {
    assertThat(start("undisturbed").waitFor()).isZero();

    killOnce("training_groups/training=small/step-000001.parquet");
    killOnce("scores");
    killOnce("step-000003/model.safetensors");
    assertThat(start("killed").waitFor()).isZero();

    assertThat(read("killed")).isEqualTo(read("undisturbed"));
  }

  /** Kills a run as soon as there is one more of these files than before. */
  private void killOnce(String place) throws Exception {
    long before = files(place);
    Process run = start("killed");
    while (files(place) <= before && run.isAlive()) {
      Thread.sleep(2);
    }
    assertThat(run.isAlive()).as("still running when it is to be killed").isTrue();
    run.destroyForcibly().waitFor();
    assertThat(folder.resolve("killed/step-000006")).doesNotExist();
  }

  private long files(String place) {
    try (Stream<Path> found = Files.walk(folder.resolve("killed").resolve(place))) {
      return found
          .filter(path -> !path.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .count();
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private byte[] read(String output) throws IOException {
    return Files.readAllBytes(folder.resolve(output).resolve("step-000006/model.safetensors"));
  }

  private Process start(String output) throws IOException {
    Path spec = folder.resolve(output + ".yaml");
    Files.writeString(spec, SPEC.formatted(folder.resolve(output)));
    List<String> command = ChildJvm.command("1g");
    command.addAll(List.of("org.galton.cli.Galton", "reinforce", spec.toString()));
    File log = folder.resolve(output + ".log").toFile();
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }
}
