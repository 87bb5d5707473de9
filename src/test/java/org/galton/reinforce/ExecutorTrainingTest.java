package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.galton.console.ChildJvm;
import org.galton.console.LocalSpark;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings by executors: in this process, and by processes of which one is killed. */
@Tag("slow")
final class ExecutorTrainingTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 64}]
      sampling: {max_tokens: 20}
      steps: 3
      prompts_per_step: 10
      rollouts: 8
      learning_rate: 0.001
      checkpoints: 3
      machine: {threads: 1, slots: 16, batch_tokens: 600}
      """;

  @TempDir private Path folder;
  private SmallTraining training;

  @BeforeEach
  void open() {
    LocalSpark.session();
    training = new SmallTraining(folder, SPEC);
  }

  private static String[] executors(int shares, String... further) {
    List<String> overrides = new ArrayList<>(List.of(further));
    overrides.add("drawing={kind: executors, shares: %d}".formatted(shares));
    overrides.add("learner={kind: executors, shares: %d}".formatted(shares));
    return overrides.toArray(String[]::new);
  }

  private List<TrainingStepRow> steps(String output) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(step -> training.rows(output, TrainingTables.STEPS, step))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void oneShareTrainsAsTheDriverDoesAndGoesOnAfterItWasKilled() throws IOException {
    training.run("driver");
    assertThatThrownBy(() -> training.runUntil(1, "executors", executors(1)))
        .isInstanceOf(SmallTraining.Killed.class);
    training.run("executors", executors(1));

    assertThat(training.weights("executors", 3)).isEqualTo(training.weights("driver", 3));
    List<TrainingStepRow> expected = steps("driver");
    List<TrainingStepRow> found = steps("executors");
    assertThat(found).hasSize(3);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).policyDigest()).isEqualTo(expected.get(i).policyDigest());
      assertThat(found.get(i).groups()).isEqualTo(expected.get(i).groups());
      assertThat(found.get(i).rollouts()).isEqualTo(expected.get(i).rollouts());
      assertThat(found.get(i).learning()).isEqualTo(expected.get(i).learning());
      assertThat(found.get(i).costs().secondsSpark()).isPresent();
      assertThat(expected.get(i).costs().secondsSpark()).isEmpty();
    }
  }

  @Test
  void stepThatIsNoNumberEndsTheRunAndKeepsTheStateBefore() throws IOException {
    assertThatThrownBy(() -> training.runUntil(1, "broken", executors(2)))
        .isInstanceOf(SmallTraining.Killed.class);
    Path state = folder.resolve("broken/training-state.safetensors");
    byte[] good = Files.readAllBytes(state);
    assertThatThrownBy(() -> training.run("broken", executors(2, "learning_rate=1e38")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot go on training at step 2: the loss is ")
        .hasMessageEndingWith("; the state after step 1 is kept; lower learning_rate");
    assertThat(Files.readAllBytes(state)).isEqualTo(good);
  }

  @Test
  void executorThatIsKilledChangesNothing() throws Exception {
    training.run("local", executors(2));

    Process driver = cluster().start("cluster", training.spec("cluster", executors(2)));
    try {
      List<ProcessHandle> executors = executorsAfter(driver, "step-000001.parquet");
      assertThat(executors).hasSize(2);
      executors.get(0).destroyForcibly();
      assertThat(driver.waitFor(5, TimeUnit.MINUTES)).as(log()).isTrue();
      assertThat(driver.exitValue()).as(log()).isZero();
    } finally {
      driver.destroyForcibly().waitFor();
    }

    assertThat(training.weights("cluster", 3)).isEqualTo(training.weights("local", 3));
    assertThat(steps("cluster"))
        .allSatisfy(step -> assertThat(step.costs().secondsSpark()).isPresent());
  }

  /** Every process that a local cluster starts is an executor. */
  private List<ProcessHandle> executorsAfter(Process driver, String file) throws Exception {
    Path step = folder.resolve("cluster/training_steps/training=small").resolve(file);
    while (driver.isAlive() && !Files.exists(step)) {
      Thread.sleep(5);
    }
    assertThat(driver.isAlive()).as(log()).isTrue();
    return driver.descendants().toList();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("cluster.log"));
  }

  private TrainingProcess cluster() throws IOException {
    // Where executors look for Spark's jars; these come with the class path instead.
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("jars"));
    return new TrainingProcess(
        folder,
        List.of(
            "-Dspark.master=local-cluster[2,1,1024]",
            "-Dspark.scheduler.minRegisteredResourcesRatio=1.0",
            "-Dspark.executor.extraClassPath=" + ChildJvm.classPath(),
            "-Dspark.executor.extraJavaOptions=" + ChildJvm.compilers()),
        Map.of(
            "SPARK_HOME", home.toString(),
            "SPARK_SCALA_VERSION", "2.13",
            "SPARK_LOCAL_IP", "127.0.0.1"));
  }
}
