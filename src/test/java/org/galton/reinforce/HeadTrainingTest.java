package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.galton.console.LocalSpark;
import org.galton.model.ComputeType;
import org.galton.model.Sampling;
import org.galton.model.llama.Checkpoint;
import org.galton.reinforce.row.StepLearning;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.sweep.Framing;
import org.galton.sweep.Generation;
import org.galton.table.RolloutRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose logits are of less precision where rollouts are drawn, learned from, or both. */
@Tag("whole")
final class HeadTrainingTest {
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 8}]
      sampling: {max_tokens: 20}
      steps: 1
      prompts_per_step: 4
      rollouts: 6
      filters: []
      learning_rate: 0.001
      checkpoints: 1
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      """;
  private static final String MIXED = "head={drawing: bfloat16, learning: float32}";

  @TempDir private Path folder;
  private SmallTraining training;

  @BeforeEach
  void open() {
    training = new SmallTraining(folder, SPEC);
  }

  private StepLearning firstStep(String output, String head) {
    training.run(output, head);
    return training.rows(output, TrainingTables.STEPS, 1).get(0).learning();
  }

  @Test
  void mismatchOfGeneratorAndLearnerStandsInTheAccountOfTheStep() {
    StepLearning exact = firstStep("exact", "head=float32");
    StepLearning mixed = firstStep("mixed", MIXED);
    StepLearning both = firstStep("both", "head=bfloat16");

    double rounding = mixed.logRatioMean().orElseThrow();
    assertThat(exact.logRatioMean().orElseThrow()).isLessThan(1e-6);
    assertThat(exact.ratioMax().orElseThrow()).isLessThan(1.0001);
    assertThat(rounding).isBetween(1e-4, 0.1);
    assertThat(mixed.logRatioMax().orElseThrow()).isBetween(5 * rounding, 1.0);
    assertThat(mixed.ratioMax().orElseThrow()).isBetween(1.001, 3.0);
    assertThat(both.logRatioMean().orElseThrow()).isLessThan(rounding / 10);
  }

  @Test
  void rolloutsOfARoundedHeadAreAGenerationOfTheirOwnAndEvaluationsAreNot() throws IOException {
    String plain =
        Generation.of(
                Checkpoint.open("builtin:abacus@517").card(),
                Sampling.untempered(20),
                new Framing.Raw(),
                ComputeType.FLOAT32,
                5)
            .id();
    String[] measured = {"evaluate={every: 1, prompts: 2, rollouts: 2}"};
    training.run("exact", measured);
    training.run("mixed", MIXED, measured[0]);
    training.run("learning", "head.learning=bfloat16", measured[0]);

    assertThat(of(plain, "exact")).hasSize(24 + 4);
    assertThat(of(plain, "mixed")).as("the start is measured with float32").hasSize(4);
    assertThat(of(plain, "learning")).as("only the learner differs").hasSize(24 + 4);
    assertThat(generations("mixed")).hasSize(3);
  }

  private List<RolloutRow> of(String generation, String output) throws IOException {
    return training.rollouts(output).stream()
        .filter(row -> row.generation().equals(generation))
        .toList();
  }

  private Set<String> generations(String output) throws IOException {
    return training.rollouts(output).stream()
        .map(RolloutRow::generation)
        .collect(Collectors.toSet());
  }

  @Test
  void anotherHeadMayBeAskedForOnTheWayAndKilledTheSameWeightsComeOut() throws IOException {
    assertThatThrownBy(() -> training.runUntil(1, "killed", "steps=2", MIXED))
        .isInstanceOf(SmallTraining.Killed.class);
    training.run("killed", "steps=2", MIXED);
    training.run("undisturbed", "steps=2", MIXED);
    assertThat(training.weights("killed", 2)).isEqualTo(training.weights("undisturbed", 2));

    List<TrainingStepRow> further = training.run("killed", "steps=3", "head=float32");
    assertThat(further).hasSize(1);
    assertThat(further.get(0).learning().logRatioMean().orElseThrow()).isLessThan(1e-5);
  }

  @Test
  void executorsDrawAndLearnWithTheSameHeads() throws IOException {
    LocalSpark.session();
    training.run("driver", MIXED);
    training.run(
        "executors",
        MIXED,
        "drawing={kind: executors, shares: 1}",
        "learner={kind: executors, shares: 1}");
    assertThat(training.weights("executors", 1)).isEqualTo(training.weights("driver", 1));
  }
}
