package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
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
  private SmallTraining training;

  @BeforeEach
  void open() {
    training = new SmallTraining(folder, SPEC);
  }

  @Test
  void killedAnywhereTheSameCommandEndsWithTheSameWeights() throws Exception {
    assertThat(start("undisturbed").waitFor()).isZero();

    killOnce("training_groups/training=small/step-000001.parquet");
    killOnce("scores");
    killOnce("step-000003/model.safetensors");
    assertThat(start("killed").waitFor()).isZero();

    assertThat(training.weights("killed", 6)).isEqualTo(training.weights("undisturbed", 6));
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

  private Process start(String output) throws IOException {
    return new TrainingProcess(folder, List.of(), Map.of()).start(output, training.spec(output));
  }
}
