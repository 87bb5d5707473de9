package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.spec.InvalidInput;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.table.RolloutRow;
import org.junit.jupiter.api.BeforeEach;
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
  private SmallTraining training;

  @BeforeEach
  void open() {
    training = new SmallTraining(folder, SPEC);
  }

  @Test
  void textsStandInCompletionsOfStepsAndTheSameOnesAfterAnInterruptionOfTheRun()
      throws IOException {
    List<TrainingStepRow> steps = training.run("undisturbed");
    Generation plain =
        Generation.of(
            Checkpoint.open("builtin:abacus@517").card(),
            Sampling.untempered(20),
            new Framing.Raw(),
            ComputeType.FLOAT32,
            5);
    List<RolloutRow> rollouts = training.rollouts("undisturbed");
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

    assertThatThrownBy(() -> training.runUntil(1, "killed"))
        .isInstanceOf(SmallTraining.Killed.class);
    training.run("killed");
    assertThat(texts("killed")).isEqualTo(texts("undisturbed"));
    assertThat(training.weights("killed", 2)).isEqualTo(training.weights("undisturbed", 2));
    training.run("plain", "interruption.after=[19, 19]", "steps=1");
    assertThat(texts("plain")).isNotEqualTo(texts("undisturbed"));
  }

  @Test
  void textThatEndsACompletionIsRefused() {
    assertThatThrownBy(() -> training.run("ended", "interruption.text=<eos>", "evaluate.every=0"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("Cannot interrupt a completion with '<eos>'")
        .hasMessageContaining("none that ends a completion");
  }

  private List<String> texts(String output) throws IOException {
    return training.rollouts(output).stream()
        .map(row -> row.promptId() + row.rolloutIndex() + row.generation() + row.completion())
        .sorted()
        .toList();
  }
}
