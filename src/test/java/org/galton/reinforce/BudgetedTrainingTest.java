package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.galton.reinforce.row.TrainingEvaluationRow;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.budget.SuccessRates;
import org.galton.reward.budget.TaskValue;
import org.galton.spec.SpecSource;
import org.galton.statistics.Tally;
import org.galton.table.Table;
import org.galton.table.store.OutputFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings whose prompts get different numbers of rollouts. */
@Tag("whole")
final class BudgetedTrainingTest {
  private static final int STEPS = 7;

  /** Three steps are an epoch: the last step is within the third. */
  private static final String SPEC =
      """
      training: small
      seed: 5
      output: %s
      start: builtin:abacus@517
      tasks: [{name: arithmetic, levels: [1], operations: [add], prompts: 12}]
      sampling: {max_tokens: 20}
      steps: 7
      prompts_per_step: 4
      rollouts: 6
      budget: {rule: knapsack, per_prompt: [2, 16]}
      learning_rate: 0.001
      checkpoints: 3
      machine: {threads: 1, slots: 8, batch_tokens: 600}
      """;

  @TempDir private Path folder;

  /** Thrown out of a step that was stored, as if the process had been killed there. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void run(String output, int last, String... overrides) {
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
                if (row.step() == last) {
                  throw new Killed();
                }
              }

              @Override
              public void evaluated(TrainingEvaluationRow row) {}
            })
        .run();
  }

  @Test
  void rolloutsOfEveryStepAreDividedAsTheRuleDoesIt() {
    run("whole", -1);

    Map<String, Tally> last = new HashMap<>();
    Map<String, Integer> drawn = new HashMap<>();
    int unequal = 0;
    for (int step = 1; step <= STEPS; step++) {
      List<TrainingGroupRow> groups = rows("whole", TrainingTables.GROUPS, step);
      // Rows of a step are in the order in which its prompts were taken.
      SuccessRates rates =
          SuccessRates.observed(
              groups.stream()
                  .map(group -> last.getOrDefault(group.promptId(), new Tally(0, 0)))
                  .toArray(Tally[]::new));
      int[] byHand =
          KnapsackRule.withDefaults().allocate(rates, new RolloutBounds(2, 16), 24).rollouts();
      assertThat(groups.stream().mapToInt(TrainingGroupRow::rollouts).toArray())
          .containsExactly(byHand);
      assertThat(byHand).satisfies(all -> assertThat(IntStream.of(all).sum()).isEqualTo(24));
      for (int i = 0; i < groups.size(); i++) {
        TrainingGroupRow group = groups.get(i);
        assertThat(group.pHat()).isEqualTo(rates.rate(i));
        assertThat(group.firstRollout()).isEqualTo(drawn.getOrDefault(group.promptId(), 0));
        assertThat(group.scored()).isEqualTo(group.rollouts());
        rates
            .rate(i)
            .ifPresent(p -> assertThat(group.value()).hasValue(TaskValue.of(group.rollouts(), p)));
        unequal += group.rollouts() != 6 ? 1 : 0;
        drawn.merge(group.promptId(), group.rollouts(), Integer::sum);
      }
      groups.forEach(
          group -> last.put(group.promptId(), new Tally(group.scored(), group.correct())));
      checkSums(rows("whole", TrainingTables.STEPS, step).get(0), groups);
    }
    assertThat(unequal).isGreaterThan(4);
  }

  private static void checkSums(TrainingStepRow step, List<TrainingGroupRow> groups) {
    int correct = groups.stream().mapToInt(TrainingGroupRow::correct).sum();
    List<TrainingGroupRow> mixed =
        groups.stream()
            .filter(group -> group.correct() > 0 && group.correct() < group.scored())
            .toList();
    assertThat(step.rollouts().rollouts()).isEqualTo(24);
    assertThat(step.rollouts().verdictRate().orElseThrow())
        .isCloseTo(correct / 24.0, within(1e-12));
    assertThat(step.groups().groupsKept()).isEqualTo(mixed.size());
    assertThat(step.budget().mixedShare()).hasValue(mixed.size() / 4.0);
    assertThat(step.budget().mixedRolloutShare())
        .hasValue(mixed.stream().mapToInt(TrainingGroupRow::scored).sum() / 24.0);
    assertThat(step.budget().effectiveGradientPrompts())
        .hasValue((int) groups.stream().filter(group -> group.scored() >= 16).count());
    assertThat(step.budget().mostRollouts())
        .hasValue(groups.stream().mapToInt(TrainingGroupRow::rollouts).max().orElseThrow());
    OptionalDouble value =
        groups.stream().anyMatch(group -> group.value().isPresent())
            ? OptionalDouble.of(groups.stream().mapToDouble(group -> group.value().orElse(0)).sum())
            : OptionalDouble.empty();
    assertThat(step.budget().budgetValue().isPresent()).isEqualTo(value.isPresent());
    value.ifPresent(
        sum -> assertThat(step.budget().budgetValue().orElseThrow()).isCloseTo(sum, within(1e-12)));
  }

  @Test
  void killedWithinAnEpochTheSameAllocationsAndWeightsComeOut() throws IOException {
    run("undisturbed", -1);
    for (int last : new int[] {2, 5}) {
      assertThatThrownBy(() -> run("killed", last)).isInstanceOf(Killed.class);
    }
    run("killed", -1);

    for (int step = 1; step <= STEPS; step++) {
      assertThat(rows("killed", TrainingTables.GROUPS, step))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("generation")
          .isEqualTo(rows("undisturbed", TrainingTables.GROUPS, step));
    }
    assertThat(weights("killed", STEPS)).isEqualTo(weights("undisturbed", STEPS));
  }

  /** In the first epoch no rate is known: both are the same training to the last bit. */
  @Test
  void untilRatesAreKnownKnapsackIsUniform() throws IOException {
    run("knapsack", -1, "steps=4");
    run("uniform", -1, "steps=4", "budget=uniform");

    assertThat(weights("knapsack", 3)).isEqualTo(weights("uniform", 3));
    assertThat(weights("knapsack", 4)).isNotEqualTo(weights("uniform", 4));
    assertThat(rows("uniform", TrainingTables.GROUPS, 4))
        .allSatisfy(
            group -> {
              assertThat(group.rollouts()).isEqualTo(6);
              assertThat(group.pHat()).isEqualTo(group.passRateBefore());
            });
  }

  private byte[] weights(String output, int step) throws IOException {
    return Files.readAllBytes(
        folder.resolve(output).resolve("step-00000%d/model.safetensors".formatted(step)));
  }

  private <R extends Record> List<R> rows(String output, Table<R> table, int step) {
    return new ArrayList<>(
        new OutputFolder(folder.resolve(output).toString(), new Configuration())
            .ofTraining(table, "small", step)
            .rows(table.rows()));
  }
}
