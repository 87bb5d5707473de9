package org.galton.statistics.mass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MassBalanceTest {

  private static final MassBalance TWO_ROLLOUTS = new MassBalance(1, -1, 1, 2);

  private static final List<MassItem> FIVE =
      List.of(
          new MassItem(.4, true, true),
          new MassItem(.2, false, true),
          new MassItem(.1, true, false),
          new MassItem(.2, false, false),
          new MassItem(.1, true, false));

  @Test
  void theTermsHaveTheirKnownAnswers() {
    MassChange change = TWO_ROLLOUTS.change(FIVE);
    assertThat(change.meanReward()).isCloseTo(0.2, within(1e-15));
    assertThat(change.drawnCorrect()).isCloseTo(0.0256, within(1e-15));
    assertThat(change.drawnWrong()).isCloseTo(0.0144, within(1e-15));
    assertThat(change.undrawn()).isCloseTo(0.0016, within(1e-15));
    assertThat(change.total()).isCloseTo(0.0416, within(1e-15));
  }

  @Test
  void undrawnCorrectMassCanTurnAStepAgainstItself() {
    List<MassItem> items = new ArrayList<>();
    items.add(new MassItem(.05, true, true));
    items.add(new MassItem(.35, true, false));
    items.addAll(Collections.nCopies(12, new MassItem(.05, false, false)));
    MassChange change = new MassBalance(1, -1, 1, 1).change(items);
    assertThat(change.drawnCorrect()).isCloseTo(0.001425, within(1e-15));
    assertThat(change.drawnWrong()).isEqualTo(0);
    assertThat(change.undrawn()).isCloseTo(-0.003075, within(1e-15));
    assertThat(change.total()).isCloseTo(-0.00165, within(1e-15));
  }

  @Test
  void theTermsSumToTheDirectFirstOrderChange() {
    long seed = 99;
    Random random = new Random(seed);
    for (int round = 0; round < 100; round++) {
      List<MassItem> items = randomItems(random, 3 + random.nextInt(20));
      MassBalance balance =
          new MassBalance(2 * random.nextDouble(), -random.nextDouble(), 0.7, 1 + round);
      assertThat(balance.change(items).total())
          .as("seed " + seed)
          .isCloseTo(direct(balance, items), within(1e-15));
    }
  }

  @Test
  void nothingUndrawnLeavesOnlyGains() {
    List<MassItem> all =
        FIVE.stream().map(i -> new MassItem(i.probability(), i.correct(), true)).toList();
    MassChange change = TWO_ROLLOUTS.change(all);
    assertThat(change.undrawn()).isEqualTo(0);
    assertThat(change.total()).isPositive();
    assertThat(change.correctMass()).isCloseTo(0.6, within(1e-15));
  }

  @Test
  void theOrderOfItemsDoesNotChangeABit() {
    List<MassItem> items = randomItems(new Random(4), 300);
    MassChange first = TWO_ROLLOUTS.change(items);
    Collections.shuffle(items, new Random(5));
    assertThat(TWO_ROLLOUTS.change(items)).isEqualTo(first);
  }

  @Test
  void invalidArgumentsAreNamedWithWhatIsExpected() {
    assertThatThrownBy(() -> new MassBalance(-1, 0, 1, 1))
        .hasMessage("Invalid rewardCorrect -1.0: expected 0 or more");
    assertThatThrownBy(() -> new MassBalance(1, 1, 1, 1))
        .hasMessage("Invalid rewardWrong 1.0: expected 0 or less");
    assertThatThrownBy(() -> new MassBalance(1, 0, 0, 1))
        .hasMessage("Invalid stepSize 0.0: expected above 0");
    assertThatThrownBy(() -> new MassBalance(1, 0, 1, 0))
        .hasMessage("Invalid rollouts 0: expected 1 or more");
    assertThatThrownBy(() -> TWO_ROLLOUTS.change(List.of(new MassItem(0.5, true, true))))
        .hasMessage("Invalid sum of probabilities 0.5: expected 1");
    assertThatThrownBy(() -> new MassItem(1.5, true, true))
        .hasMessage("Invalid probability 1.5: expected 0 to 1");
  }

  /**
   * dz_j = (eta/N) p_j (R_j - S_R), dp_i = p_i (dz_i - sum_j p_j dz_j), summed over right items.
   */
  private static double direct(MassBalance balance, List<MassItem> items) {
    double meanReward = 0;
    for (MassItem item : items) {
      meanReward += item.probability() * reward(balance, item);
    }
    double[] logits = new double[items.size()];
    double meanLogit = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = items.get(i).probability();
      logits[i] =
          balance.stepSize()
              / balance.rollouts()
              * p
              * (reward(balance, items.get(i)) - meanReward);
      meanLogit += p * logits[i];
    }
    double change = 0;
    for (int i = 0; i < logits.length; i++) {
      if (items.get(i).correct()) {
        change += items.get(i).probability() * (logits[i] - meanLogit);
      }
    }
    return change;
  }

  private static double reward(MassBalance balance, MassItem item) {
    if (!item.drawn()) {
      return 0;
    }
    return item.correct() ? balance.rewardCorrect() : balance.rewardWrong();
  }

  private static List<MassItem> randomItems(Random random, int size) {
    double[] weights = random.doubles(size).toArray();
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    List<MassItem> items = new ArrayList<>();
    for (double weight : weights) {
      items.add(new MassItem(weight / sum, random.nextBoolean(), random.nextBoolean()));
    }
    return items;
  }
}
