package org.galton.reward.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Estimate;
import org.galton.statistics.Moments;
import org.galton.statistics.Tally;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.rate.PassAtK;
import org.galton.statistics.stage.PilotWeights;
import org.galton.statistics.stage.StagedPassAtK;
import org.galton.statistics.test.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StagedBudgetTest {
  private static final List<AllocationRule> RULES =
      List.of(KnapsackRule.withDefaults(), new VarianceRule(), new UniformRule());
  private static final int SWEEPS = 2000;
  private static final int PROMPTS = 60;
  private static final int LOW = 8;
  private static final long BUDGET = 16L * PROMPTS;

  @Test
  void theBudgetIsSpentWithinTheBoundsWhateverThePilotsAre() {
    SplitMix64 random = new SplitMix64(3);
    for (AllocationRule rule : RULES) {
      for (long budget : new long[] {9 * PROMPTS, 9 * PROMPTS + 1, BUDGET, 40 * PROMPTS}) {
        StagedBudget staged = new StagedBudget(budget, LOW, 40, rule);
        int[] rollouts = staged.allocate(pilots(rates(random), random));

        assertThat(Arrays.stream(rollouts).asLongStream().sum()).isEqualTo(budget);
        assertThat(Arrays.stream(rollouts).boxed()).allMatch(n -> n > LOW && n <= 40);
      }
    }
  }

  @Test
  void aPilotThatIsNotWholeGetsNoSecondStageAndLeavesItsShareToOthers() {
    List<Tally> pilots =
        List.of(new Tally(4, 2), new Tally(3, 1), new Tally(4, 0), new Tally(0, 0));

    for (AllocationRule rule : RULES) {
      int[] rollouts = new StagedBudget(40, 4, 40, rule).allocate(pilots);

      assertThat(rollouts[1]).isEqualTo(4);
      assertThat(rollouts[3]).isEqualTo(4);
      assertThat(rollouts[0] + rollouts[2]).isEqualTo(32);
    }
  }

  @Test
  void theSameShareMoreOrLessForPromptsThatAreDivided() {
    List<Tally> pilots = List.of(new Tally(4, 0), new Tally(4, 2), new Tally(4, 4));

    assertThat(new StagedBudget(48, 4, 40, new VarianceRule()).allocate(pilots))
        .containsExactly(15, 19, 14);
    assertThat(new StagedBudget(48, 4, 40, new UniformRule()).allocate(pilots))
        .containsExactly(16, 16, 16);
  }

  @Test
  void boundsThatLeaveNoSecondStageAreRefused() {
    assertThatThrownBy(() -> new StagedBudget(100, 4, 4, new UniformRule()))
        .hasMessage("Invalid most rollouts of a prompt 4: expected above those of its pilot, 4");
    assertThatThrownBy(() -> new StagedBudget(100, 1, 4, new UniformRule()))
        .hasMessage("Invalid rollouts of a pilot 1: expected 2 or more");
  }

  /** What many sweeps over the same prompts come to. */
  private static final class Simulation {
    private final double[] pooled = new double[SWEEPS];
    private final double[][] staged = new double[LOW][SWEEPS];
    private final double[] truth = new double[LOW];
    private double squaredError;
    private double uniformError;

    Simulation(AllocationRule rule) {
      StagedBudget budget = new StagedBudget(BUDGET, LOW, 64, rule);
      PilotWeights weights = budget.weights(PROMPTS);
      double[] rates = rates(new SplitMix64(11));
      for (int k = 1; k <= LOW; k++) {
        int tries = k;
        truth[k - 1] =
            Moments.mean(Arrays.stream(rates).map(p -> 1 - Math.pow(1 - p, tries)).toArray());
      }
      SplitMix64 random = new SplitMix64(12);
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        List<Tally> pilots = pilots(rates, random);
        int[] rollouts = budget.allocate(pilots);
        for (int i = 0; i < PROMPTS; i++) {
          Tally pilot = pilots.get(i);
          Tally later = drawn(rollouts[i] - LOW, rates[i], random);
          pooled[sweep] += (double) (pilot.correct() + later.correct()) / rollouts[i] / PROMPTS;
          for (int k = 1; k <= LOW; k++) {
            double value = new StagedPassAtK(k).value(weights.weigh(pilot, later)).orElseThrow();
            staged[k - 1][sweep] += value / PROMPTS;
            squaredError += k == 1 ? Math.pow(value - rates[i], 2) : 0;
          }
          uniformError += rates[i] * (1 - rates[i]) / (BUDGET / PROMPTS);
        }
      }
    }

    double deviations(double[] means, double expected) {
      return (Moments.mean(means) - expected) / Moments.standardError(means).orElseThrow();
    }
  }

  @Test
  void addingTheStagesUpIsBiasedUnderTheVarianceRuleAndTheStagedFigureIsNot() {
    Simulation simulation = new Simulation(new VarianceRule());

    assertThat(simulation.deviations(simulation.pooled, simulation.truth[0])).isLessThan(-3);
    for (int k = 1; k <= LOW; k++) {
      assertThat(simulation.deviations(simulation.staged[k - 1], simulation.truth[k - 1]))
          .as("pass@" + k)
          .isBetween(-3.0, 3.0);
    }
    assertThat(simulation.squaredError).isLessThan(simulation.uniformError);
  }

  @Test
  void addingTheStagesUpIsBiasedUnderTheKnapsackRuleAndTheStagedFigureIsNot() {
    Simulation simulation = new Simulation(KnapsackRule.withDefaults());

    assertThat(Math.abs(simulation.deviations(simulation.pooled, simulation.truth[0])))
        .isGreaterThan(3);
    for (int k = 1; k <= LOW; k++) {
      assertThat(simulation.deviations(simulation.staged[k - 1], simulation.truth[k - 1]))
          .as("pass@" + k)
          .isBetween(-3.0, 3.0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void intervalsOverPromptsCoverTheMeanOfAllPrompts(int k) {
    StagedPassAtK metric = new StagedPassAtK(k);
    for (AllocationRule rule : RULES) {
      StagedBudget budget = new StagedBudget(BUDGET, LOW, 64, rule);
      PilotWeights weights = budget.weights(PROMPTS);
      SplitMix64 random = new SplitMix64(21);
      double[] population = rates(new SplitMix64(20), 20_000);
      double truth =
          Moments.mean(Arrays.stream(population).map(p -> 1 - Math.pow(1 - p, k)).toArray());
      int covered = 0;
      for (int sweep = 0; sweep < SWEEPS; sweep++) {
        double[] rates = new double[PROMPTS];
        Arrays.setAll(rates, i -> population[random.nextInt(population.length)]);
        List<Tally> pilots = pilots(rates, random);
        int[] rollouts = budget.allocate(pilots);
        double[] values = new double[PROMPTS];
        for (int i = 0; i < PROMPTS; i++) {
          Tally later = drawn(rollouts[i] - LOW, rates[i], random);
          values[i] = metric.value(weights.weigh(pilots.get(i), later)).orElseThrow();
        }
        Estimate estimate = Bounds.RATE.of(PromptMean.withDefaults().of(values, 0), PROMPTS, 0.95);
        covered +=
            estimate.low().orElseThrow() <= truth && truth <= estimate.high().orElseThrow() ? 1 : 0;
      }
      assertThat((double) covered / SWEEPS).as(rule.name()).isBetween(0.93, 0.97);
    }
  }

  @Test
  void uniformSecondStagesWeighEveryRolloutAlike() {
    StagedBudget budget = new StagedBudget(BUDGET, LOW, 64, new UniformRule());

    assertThat(
            new StagedPassAtK(1)
                .value(budget.weights(PROMPTS).weigh(new Tally(8, 3), new Tally(8, 3))))
        .hasValue(6.0 / 16);
    assertThat(new PassAtK(1).value(new Tally(16, 6))).hasValue(6.0 / 16);
  }

  private static double[] rates(SplitMix64 random) {
    return rates(random, PROMPTS);
  }

  /** Mostly hard prompts. */
  private static double[] rates(SplitMix64 random, int count) {
    double[] rates = new double[count];
    Arrays.setAll(rates, i -> Math.pow(random.nextUnit(), 3));
    return rates;
  }

  private static List<Tally> pilots(double[] rates, SplitMix64 random) {
    List<Tally> pilots = new ArrayList<>();
    for (double p : rates) {
      pilots.add(drawn(LOW, p, random));
    }
    return pilots;
  }

  private static Tally drawn(int rollouts, double p, SplitMix64 random) {
    int correct = (int) IntStream.range(0, rollouts).filter(i -> random.nextUnit() < p).count();
    return new Tally(rollouts, correct);
  }
}
