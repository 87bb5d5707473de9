package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.console.ChildJvm;
import org.galton.console.LocalSpark;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings by executors: in this process, and by processes of which one is killed. */
@Tag("whole")
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
  private static final String LAST = "step-000003/model.safetensors";

  @TempDir private Path folder;

  private ReinforceSpec spec(String output, String... overrides) {
    return ReinforceSpec.read(
        new SpecSource("jobs/x.yaml", SPEC.formatted(folder.resolve(output)), List.of(overrides)),
        path -> {
          throw new IOException("no file is named");
        });
  }

  private static String[] executors(int shares, String... further) {
    List<String> overrides = new ArrayList<>(List.of(further));
    overrides.add("drawing={kind: executors, shares: %d}".formatted(shares));
    overrides.add("learner={kind: executors, shares: %d}".formatted(shares));
    return overrides.toArray(String[]::new);
  }

  private static void run(ReinforceSpec spec) {
    runUntil(-1, spec);
  }

  /** Dies after a step as if the process had been killed there. */
  private static void runUntil(int last, ReinforceSpec spec) {
    LocalSpark.session();
    TrainingNews news =
        new TrainingNews() {
          @Override
          public void resumed(int step) {}

          @Override
          public void stepped(TrainingStepRow row, int steps, double secondsLeft) {
            if (row.step() == last) {
              throw new IllegalStateException("killed");
            }
          }

          @Override
          public void evaluated(TrainingEvaluationRow row) {}
        };
    new Reinforcement(
            spec, new Configuration(), new Reinforcement.BuildVersions("test", "none"), news)
        .run();
  }

  private byte[] read(String output) throws IOException {
    return Files.readAllBytes(folder.resolve(output).resolve(LAST));
  }

  private List<TrainingStepRow> steps(String output) {
    OutputFolder tables = new OutputFolder(folder.resolve(output).toString(), new Configuration());
    return IntStream.rangeClosed(1, 3)
        .mapToObj(step -> tables.ofTraining(TrainingTables.STEPS, "small", step))
        .flatMap(file -> file.rows(TrainingTables.STEPS.rows()).stream())
        .toList();
  }

  @Test
  void oneShareTrainsAsTheDriverDoesAndGoesOnAfterItWasKilled() throws IOException {
    run(spec("driver"));
    assertThatThrownBy(() -> runUntil(1, spec("executors", executors(1)))).hasMessage("killed");
    run(spec("executors", executors(1)));

    assertThat(read("executors")).isEqualTo(read("driver"));
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
    assertThatThrownBy(() -> runUntil(1, spec("broken", executors(2)))).hasMessage("killed");
    Path state = folder.resolve("broken/training-state.safetensors");
    byte[] good = Files.readAllBytes(state);
    assertThatThrownBy(() -> run(spec("broken", executors(2, "learning_rate=1e38"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("Cannot go on training at step 2: the loss is ")
        .hasMessageEndingWith("; the state after step 1 is kept; lower learning_rate");
    assertThat(Files.readAllBytes(state)).isEqualTo(good);
  }

  @Test
  void executorThatIsKilledChangesNothing() throws Exception {
    run(spec("local", executors(2)));

    Process driver = start(spec("cluster", executors(2)));
    try {
      List<ProcessHandle> executors = executorsAfter(driver, "step-000001.parquet");
      assertThat(executors).hasSize(2);
      executors.get(0).destroyForcibly();
      assertThat(driver.waitFor(5, TimeUnit.MINUTES)).as(log()).isTrue();
      assertThat(driver.exitValue()).as(log()).isZero();
    } finally {
      driver.destroyForcibly().waitFor();
    }

    assertThat(read("cluster")).isEqualTo(read("local"));
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
    return Files.readString(folder.resolve("log"));
  }

  private Process start(ReinforceSpec spec) throws IOException {
    Path file = Files.writeString(folder.resolve("cluster.yaml"), spec.toYaml());
    // Where executors look for Spark's jars; these come with the class path instead.
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("jars"));
    List<String> command = ChildJvm.command("1g");
    command.addAll(
        List.of(
            "-Dspark.master=local-cluster[2,1,1024]",
            "-Dspark.scheduler.minRegisteredResourcesRatio=1.0",
            "-Dspark.executor.extraClassPath=" + ChildJvm.classPath(),
            "-Dspark.executor.extraJavaOptions=" + ChildJvm.compilers(),
            "org.galton.cli.Galton",
            "reinforce",
            file.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }
}
