package org.galton.reinforce.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.galton.reward.budget.KnapsackRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.statistics.Tally;
import org.junit.jupiter.api.Test;

final class TrainingBudgetTest {
  /** Unsolved, solved, half, 0.02, never drawn: the mean is 8, the bounds are 2 and 20. */
  private static final List<Tally> FIVE =
      List.of(new Tally(8, 0), new Tally(8, 8), new Tally(8, 4), new Tally(50, 1), new Tally(0, 0));

  private static TrainingBudget knapsack(RateSource rates) {
    return new TrainingBudget(KnapsackRule.withDefaults(), new RolloutBounds(2, 20), rates);
  }

  @Test
  void uniformGivesEveryPromptTheMean() {
    assertThat(TrainingBudget.uniform().divide(FIVE, 8)).containsOnly(8).hasSize(5);
    assertThat(TrainingBudget.uniform().divide(List.of(), 8)).isEmpty();
  }

  /** The published example of the rule. */
  @Test
  void knapsackTakesPromptsByTheSharesOfTheirLastDraw() {
    assertThat(knapsack(RateSource.LAST_EPOCH).divide(FIVE, 8)).containsExactly(6, 2, 9, 15, 8);
  }

  @Test
  void posteriorLeavesNoPromptSolvedOrUnsolved() {
    TrainingBudget budget = knapsack(RateSource.POSTERIOR);
    assertThat(budget.rate(new Tally(8, 0)).orElseThrow()).isCloseTo(0.1, within(1e-15));
    assertThat(budget.rate(new Tally(8, 8)).orElseThrow()).isCloseTo(0.9, within(1e-15));
    int[] shares = budget.divide(FIVE, 8);
    assertThat(shares).hasSize(5);
    assertThat(shares[0] + shares[1] + shares[2] + shares[3] + shares[4]).isEqualTo(40);
    assertThat(shares[4]).as("unknown keeps the mean").isEqualTo(8);
    assertThat(shares[0]).as("0 of 8 may well come right").isGreaterThan(8);
  }

  @Test
  void promptThatWasNeverJudgedHasNoRate() {
    for (RateSource source : RateSource.values()) {
      assertThat(knapsack(source).rate(new Tally(0, 0))).isEmpty();
      assertThat(knapsack(source).divide(List.of(new Tally(0, 0), new Tally(0, 0)), 5))
          .containsExactly(5, 5);
    }
    assertThat(knapsack(RateSource.LAST_EPOCH).rate(new Tally(8, 0)))
        .isEqualTo(OptionalDouble.of(0));
  }

  @Test
  void lastDrawIsKeptApartAndTheStateBringsBothBack() {
    PromptTallies tallies = new PromptTallies(3);
    tallies.remember(1, 9, new Tally(8, 8));
    tallies.remember(1, 6, new Tally(5, 1));
    PromptTallies again = new PromptTallies(3);
    again.restore(tallies.state());

    for (PromptTallies one : List.of(tallies, again)) {
      assertThat(one.drawn(1)).isEqualTo(15);
      assertThat(one.all(1)).isEqualTo(new Tally(13, 9));
      assertThat(one.last(1)).isEqualTo(new Tally(5, 1));
      assertThat(one.last(2)).isEqualTo(new Tally(0, 0));
    }
  }

  @Test
  void stateWithoutLastDrawsBringsBackTheRest() {
    PromptTallies tallies = new PromptTallies(2);
    tallies.restore(new long[] {8, 8, 3, 0, 0, 0});

    assertThat(tallies.all(0)).isEqualTo(new Tally(8, 3));
    assertThat(tallies.last(0)).isEqualTo(new Tally(0, 0));
  }
}
