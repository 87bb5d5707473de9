package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.reinforce.row.TrainingGroupRow;
import org.galton.reinforce.row.TrainingStepRow;
import org.galton.reinforce.row.TrainingTables;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.budget.SuccessRates;
import org.galton.reward.budget.TaskValue;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.BeforeEach;
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
  private SmallTraining training;

  @BeforeEach
  void open() {
    training = new SmallTraining(folder, SPEC);
  }

  @Test
  void rolloutsOfEveryStepAreDividedAsTheRuleDoesIt() {
    training.run("whole");

    Map<String, Tally> last = new HashMap<>();
    Map<String, Integer> drawn = new HashMap<>();
    int unequal = 0;
    for (int step = 1; step <= STEPS; step++) {
      List<TrainingGroupRow> groups = training.rows("whole", TrainingTables.GROUPS, step);
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
      checkSums(training.rows("whole", TrainingTables.STEPS, step).get(0), groups);
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
    training.run("undisturbed");
    for (int last : new int[] {2, 5}) {
      assertThatThrownBy(() -> training.runUntil(last, "killed"))
          .isInstanceOf(SmallTraining.Killed.class);
    }
    training.run("killed");

    for (int step = 1; step <= STEPS; step++) {
      assertThat(training.rows("killed", TrainingTables.GROUPS, step))
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("generation")
          .isEqualTo(training.rows("undisturbed", TrainingTables.GROUPS, step));
    }
    assertThat(training.weights("killed", STEPS)).isEqualTo(training.weights("undisturbed", STEPS));
  }

  /**
   * In the first epoch no rate is known: both are the same training to the last bit. Slowly, so
   * that after it some rollouts are right and some wrong, whatever the processor: else no step
   * teaches.
   */
  @Test
  void untilRatesAreKnownKnapsackIsUniform() throws IOException {
    String slowly = "learning_rate=0.0001";
    training.run("knapsack", "steps=6", slowly);
    training.run("uniform", "steps=6", slowly, "budget=uniform");

    assertThat(training.weights("knapsack", 3)).isEqualTo(training.weights("uniform", 3));
    assertThat(training.weights("knapsack", 6)).isNotEqualTo(training.weights("uniform", 6));
    assertThat(training.rows("knapsack", TrainingTables.GROUPS, 4))
        .anySatisfy(group -> assertThat(group.rollouts()).isNotEqualTo(6));
    assertThat(training.rows("uniform", TrainingTables.GROUPS, 4))
        .allSatisfy(
            group -> {
              assertThat(group.rollouts()).isEqualTo(6);
              assertThat(group.pHat()).isEqualTo(group.passRateBefore());
            });
  }
}
