package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.table.RolloutRow;
import org.galton.table.Table;
import org.galton.table.store.TableFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose completions are closed from outside. */
@Tag("whole")
final class InterruptedTrainingTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 8}]
      sampling: {max_tokens: 20}
      interruption: {text: "=", after: [1, 3]}
      steps: 2
      prompts_per_step: 4
      rollouts: 6
      filters: []
      learning_rate: 0.001
      evaluate: {every: 2, prompts: 2, rollouts: 2}
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      """;

  @TempDir private Path folder;

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private List<TrainingStepRow> run(String output, int last, String... overrides) {
    List<TrainingStepRow> rows = new ArrayList<>();
    ReinforceSpec spec =
        ReinforceSpec.read(
            new SpecSource(
                "jobs/x.yaml", SPEC.formatted(folder.resolve(output)), List.of(overrides)),
            path -> {
              throw new IOException("no file is named");
            });
    new Reinforcement(
            spec,
            new Configuration(),
            new Reinforcement.BuildVersions("test", "none"),
            new TrainingNews() {
              @Override
              public void resumed(int step) {}

              @Override
              public void stepped(TrainingStepRow row, int steps, double secondsLeft) {
                rows.add(row);
                if (row.step() == last) {
                  throw new Killed();
                }
              }

              @Override
              public void evaluated(TrainingEvaluationRow row) {}
            })
        .run();
    return rows;
  }

  @Test
  void textsStandInCompletionsOfStepsAndTheSameOnesAfterAnInterruptionOfTheRun()
      throws IOException {
    List<TrainingStepRow> steps = run("undisturbed", -1);
    Generation plain =
        Generation.of(
            Checkpoint.open("builtin:abacus@517").card(),
            Sampling.untempered(20),
            new Framing.Raw(),
            ComputeType.FLOAT32,
            5);
    List<RolloutRow> rollouts = rollouts("undisturbed");
    List<RolloutRow> ofEvaluation =
        rollouts.stream().filter(row -> row.generation().equals(plain.id())).toList();
    assertThat(ofEvaluation).as("drawn as a sweep draws them").hasSize(4);
    assertThat(rollouts).hasSize(2 * 24 + 2 * 4);
    for (TrainingStepRow step : steps) {
      double interrupted = step.interruptedShare().orElseThrow();
      assertThat(interrupted).isPositive();
      // A text is one token, and every other token of the step is learned from.
      assertThat(step.learning().tokensLearned())
          .isEqualTo(step.rollouts().tokensDrawn() - Math.round(24 * interrupted));
      assertThat(step.learning().ratioMax().orElseThrow()).isLessThan(1.001);
    }

    assertThatThrownBy(() -> run("killed", 1)).isInstanceOf(Killed.class);
    run("killed", -1);
    assertThat(texts("killed")).isEqualTo(texts("undisturbed"));
    assertThat(weights("killed")).isEqualTo(weights("undisturbed"));
    run("plain", -1, "interruption.after=[19, 19]", "steps=1");
    assertThat(texts("plain")).isNotEqualTo(texts("undisturbed"));
  }

  @Test
  void textThatEndsACompletionIsRefused() {
    assertThatThrownBy(() -> run("ended", -1, "interruption.text=<eos>", "evaluate.every=0"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Cannot interrupt a completion with '<eos>'")
        .hasMessageContaining("none that ends a completion");
  }

  private byte[] weights(String output) throws IOException {
    return Files.readAllBytes(folder.resolve(output).resolve("step-000002/model.safetensors"));
  }

  private List<String> texts(String output) throws IOException {
    return rollouts(output).stream()
        .map(row -> row.promptId() + row.rolloutIndex() + row.generation() + row.completion())
        .sorted()
        .toList();
  }

  private List<RolloutRow> rollouts(String output) throws IOException {
    List<RolloutRow> rows = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder.resolve(output).resolve("rollouts"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        new TableFile(new org.apache.hadoop.fs.Path(file.toString()), new Configuration())
            .forEach(Table.ROLLOUTS.rows(), rows::add);
      }
    }
    return rows;
  }
}
