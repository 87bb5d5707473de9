package org.galton.reward.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.galton.numerics.SplitMix64;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;

final class AllocationRuleTest {
  private static final List<AllocationRule> RULES =
      List.of(
          KnapsackRule.withDefaults(),
          KnapsackRule.ofHighestValue(),
          new UniformRule(),
          new VarianceRule());

  /** NaN for a prompt that was never drawn. */
  private static SuccessRates rates(double... rates) {
    return SuccessRates.of(
        Arrays.stream(rates)
            .mapToObj(p -> Double.isNaN(p) ? OptionalDouble.empty() : OptionalDouble.of(p))
            .toArray(OptionalDouble[]::new));
  }

  @Test
  void theOptimumIsPrinted() {
    SuccessRates rates = rates(0.05, 0.3, 0.8);
    RolloutBounds bounds = new RolloutBounds(2, 16);
    Allocation best = KnapsackRule.ofHighestValue().allocate(rates, bounds, 18);
    assertThat(best.rollouts()).containsExactly(3, 9, 6);
    assertThat(best.value(rates)).isCloseTo(0.17110478287, within(5e-12));
    Allocation uniform = new UniformRule().allocate(rates, bounds, 18);
    assertThat(uniform.rollouts()).containsExactly(6, 6, 6);
    assertThat(uniform.value(rates)).isCloseTo(0.16516175573, within(5e-12));
  }

  @Test
  void theClassesOfPromptsAreServedInOrder() {
    SuccessRates rates = rates(0, 1, 0.5, 0.02, Double.NaN);
    RolloutBounds bounds = new RolloutBounds(2, 20);
    assertThat(KnapsackRule.withDefaults().allocate(rates, bounds, 40).rollouts())
        .containsExactly(6, 2, 9, 15, 8);
    assertThat(KnapsackRule.ofHighestValue().allocate(rates, bounds, 40).rollouts())
        .containsExactly(2, 2, 9, 19, 8);
  }

  @Test
  void withoutActivePromptsUnsolvedOnesGetTheRest() {
    SuccessRates rates = rates(0, 1, 0);
    for (AllocationRule rule : List.of(KnapsackRule.withDefaults(), new VarianceRule())) {
      assertThat(rule.allocate(rates, RolloutBounds.withDefaults(), 30).rollouts())
          .containsExactly(14, 2, 14);
    }
  }

  @Test
  void withoutUnsolvedPromptsTheSurplusGoesToSolvedOnes() {
    // The active one needs 4 for 0.9, so 2 more; 14 are left, 12 of them surplus.
    assertThat(
            KnapsackRule.withDefaults()
                .allocate(rates(1, 0.5), new RolloutBounds(2, 20), 18)
                .rollouts())
        .containsExactly(14, 4);
  }

  @Test
  void aBudgetThatNoPromptCanTakeIsReported() {
    for (AllocationRule rule : RULES) {
      Allocation all = rule.allocate(rates(0.5, 0, 1, Double.NaN), new RolloutBounds(2, 5), 1000);
      assertThat(all.rollouts()).as(rule.name()).containsExactly(5, 5, 5, 5);
      assertThat(all.unallocated()).as(rule.name()).isEqualTo(980);
    }
  }

  @Test
  void theWholeBudgetIsGivenWithinTheBounds() {
    SplitMix64 random = new SplitMix64(3);
    for (int round = 0; round < 300; round++) {
      SuccessRates rates = random(random, 1 + random.nextInt(30));
      RolloutBounds bounds = new RolloutBounds(1 + random.nextInt(3), 4 + random.nextInt(30));
      long budget = (long) rates.size() * bounds.low() + random.nextInt(600);
      for (AllocationRule rule : RULES) {
        Allocation found = rule.allocate(rates, bounds, budget);
        assertThat(found.total() + found.unallocated()).isEqualTo(budget);
        assertThat(Arrays.stream(found.rollouts()))
            .allMatch(n -> n >= bounds.low() && n <= bounds.high());
        if (found.unallocated() > 0) {
          assertThat(found.rollouts()).containsOnly(bounds.high());
        }
      }
    }
  }

  /** Every division of small budgets, tried one by one. */
  @Test
  void noDivisionIsWorthMore() {
    SplitMix64 random = new SplitMix64(11);
    for (int round = 0; round < 200; round++) {
      double[] p = active(random, 1 + random.nextInt(4));
      SuccessRates rates = rates(p);
      RolloutBounds bounds = new RolloutBounds(1 + random.nextInt(2), 3 + random.nextInt(6));
      int budget =
          bounds.low() * p.length + random.nextInt((bounds.high() - bounds.low()) * p.length + 1);
      double found = KnapsackRule.ofHighestValue().allocate(rates, bounds, budget).value(rates);
      assertThat(found).isCloseTo(bestValue(p, 0, bounds, budget), within(1e-14));
      assertThat(KnapsackRule.withDefaults().allocate(rates, bounds, budget).value(rates))
          .isCloseTo(found, within(1e-14));
    }
  }

  private static double bestValue(double[] p, int from, RolloutBounds bounds, int budget) {
    if (from == p.length) {
      return budget == 0 ? 0 : Double.NEGATIVE_INFINITY;
    }
    return IntStream.rangeClosed(bounds.low(), Math.min(bounds.high(), budget))
        .mapToDouble(n -> TaskValue.of(n, p[from]) + bestValue(p, from + 1, bounds, budget - n))
        .max()
        .orElse(Double.NEGATIVE_INFINITY);
  }

  /** The queue without a shortcut, on rates that repeat: ties go to the first. */
  @Test
  void theShortcutGivesWhatAStepForEachRolloutGives() {
    SplitMix64 random = new SplitMix64(23);
    for (int round = 0; round < 150; round++) {
      double[] p = active(random, 1 + random.nextInt(200));
      RolloutBounds bounds = new RolloutBounds(2, 3 + random.nextInt(60));
      int budget = random.nextInt(p.length * (bounds.high() - 1));
      for (Marginal marginal : List.of(Marginal.VALUE, Marginal.VARIANCE)) {
        assertThat(BestMarginals.of(marginal, p, bounds, budget))
            .as("round %d", round)
            .isEqualTo(stepwise(marginal, p, bounds, budget));
      }
    }
  }

  private static int[] stepwise(Marginal marginal, double[] p, RolloutBounds bounds, int budget) {
    int[] counts = IntStream.range(0, p.length).map(i -> bounds.low()).toArray();
    for (int step = 0; step < budget; step++) {
      int best = -1;
      for (int i = 0; i < p.length; i++) {
        if (counts[i] < bounds.high()
            && (best < 0
                || marginal.gain(counts[i], p[i]) > marginal.gain(counts[best], p[best]))) {
          best = i;
        }
      }
      if (best < 0) {
        return counts;
      }
      counts[best]++;
    }
    return counts;
  }

  @Test
  void varianceIsSharedByStandardDeviations() {
    // Deviations 0.5 and 0.3: 100 rollouts are 62.5 and 37.5, and either rounding is as good.
    int[] found =
        new VarianceRule().allocate(rates(0.5, 0.1), new RolloutBounds(2, 100), 100).rollouts();
    assertThat(found[0]).isBetween(62, 63);
    assertThat(found[0] + found[1]).isEqualTo(100);
  }

  @Test
  void ratesComeFromCounts() {
    Tally[] counts = {new Tally(8, 0), new Tally(8, 8), new Tally(8, 2), new Tally(0, 0)};
    SuccessRates observed = SuccessRates.observed(counts);
    assertThat(IntStream.range(0, 4).mapToObj(observed::taskClass))
        .containsExactly(TaskClass.UNSOLVED, TaskClass.SOLVED, TaskClass.ACTIVE, TaskClass.UNKNOWN);
    SuccessRates posterior = SuccessRates.posterior(counts);
    assertThat(posterior.rate(0)).hasValue(0.1);
    assertThat(posterior.taskClass(1)).isEqualTo(TaskClass.ACTIVE);
    assertThat(posterior.taskClass(3)).isEqualTo(TaskClass.UNKNOWN);
  }

  @Test
  void badSettingsAreRefused() {
    RolloutBounds bounds = RolloutBounds.withDefaults();
    for (AllocationRule rule : RULES) {
      assertThatThrownBy(() -> rule.allocate(rates(0.5, 0.5), bounds, 3))
          .hasMessage("Invalid budget 3: expected at least 4, 2 for each of 2 prompts");
      assertThatThrownBy(() -> rule.allocate(rates(), bounds, 3))
          .hasMessage("Invalid number of prompts 0: expected 1 or more");
    }
    assertThatThrownBy(() -> new RolloutBounds(0, 5))
        .hasMessage("Invalid fewest rollouts of a prompt 0: expected 1 or more");
    assertThatThrownBy(() -> new RolloutBounds(6, 5))
        .hasMessage("Invalid most rollouts of a prompt 5: expected at least the fewest, 6");
    assertThatThrownBy(() -> new KnapsackRule(OptionalDouble.of(1)))
        .hasMessage(
            "Invalid chance of a gradient that is enough 1.0: expected above 0 and below 1");
    assertThatThrownBy(() -> rates(1.5)).hasMessage("Invalid success rate 1.5: expected 0 to 1");
  }

  private static double[] active(SplitMix64 random, int prompts) {
    return IntStream.range(0, prompts).mapToDouble(i -> (1 + random.nextInt(15)) / 16.0).toArray();
  }

  private static SuccessRates random(SplitMix64 random, int prompts) {
    return rates(
        IntStream.range(0, prompts)
            .mapToDouble(i -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(9) / 8.0)
            .toArray());
  }
}
