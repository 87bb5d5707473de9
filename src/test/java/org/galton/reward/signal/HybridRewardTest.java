package org.galton.reward.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.SplitMix64;
import org.galton.reward.advantage.Advantage;
import org.junit.jupiter.api.Test;

final class HybridRewardTest {
  private static final List<JudgedRollout> PROMPT =
      List.of(right(2), wrong(-1), wrong(1), right(4));

  private static JudgedRollout right(double score) {
    return JudgedRollout.of(Answered.RIGHT).withScore(score);
  }

  private static JudgedRollout wrong(double score) {
    return JudgedRollout.of(Answered.WRONG).withScore(score);
  }

  @Test
  void theBandsOfAPromptArePrinted() {
    assertThat(HybridReward.withDefaults().banded(PROMPT))
        .containsExactly(new double[] {0.95, -0.05, 0.04999995, 1.04999995}, within(5e-10));
    assertThat(HybridReward.spread(PROMPT)).isCloseTo(1.8027756377, within(5e-11));
  }

  @Test
  void theWeightsOfBothPresetsArePrinted() {
    double[] differences = {-1, -0.1, 0, 0.1, 1};
    double[] appendix = {0.4064288, 1.3212936, 1.7, 2.0787064, 2.9935712};
    double[] mainText = {0.5100393, 1.0663110, 1.25, 1.4336890, 1.9899607};
    for (int i = 0; i < differences.length; i++) {
      assertThat(SpreadWeight.ofAppendix().of(differences[i])).isCloseTo(appendix[i], within(5e-8));
      assertThat(SpreadWeight.ofMainText().of(differences[i])).isCloseTo(mainText[i], within(5e-8));
    }
  }

  @Test
  void aClassThatCannotBeComparedHasOnePlace() {
    List<JudgedRollout> prompt = List.of(right(3), wrong(1), wrong(1));
    assertThat(HybridReward.withDefaults().banded(prompt)).containsExactly(0.95, -0.05, -0.05);
    ScoreBands middle = ScoreBands.verifiable().with(ScoreBands.Alone.MIDDLE);
    assertThat(HybridReward.withDefaults().with(middle).banded(prompt)).containsExactly(1, 0, 0);
  }

  @Test
  void theUsualSpreadIsTheFirstBatchsAndThenFollowsSlowly() {
    List<List<JudgedRollout>> first =
        List.of(List.of(right(0), wrong(2)), List.of(right(0), wrong(6)));
    HybridReward begun = HybridReward.withDefaults();
    HybridReward seen = begun.after(first);
    assertThat(seen.usualSpread()).hasValue(2);
    HybridReward later = seen.after(List.of(List.of(right(0), wrong(24))));
    assertThat(later.usualSpread().orElseThrow()).isCloseTo(0.9 * 2 + 0.1 * 12, within(1e-12));
    SpreadWeight weight = SpreadWeight.ofAppendix();
    assertThat(begun.of(first)[0][0]).isCloseTo(0.95 * weight.of(-1), within(1e-12));
    assertThat(begun.of(first)[1][1]).isCloseTo(-0.05 * weight.of(1), within(1e-12));
    assertThat(begun.after(List.of())).isEqualTo(begun);
  }

  @Test
  void noWrongAnswerRanksAboveARightOne() {
    SplitMix64 random = new SplitMix64(41);
    for (int round = 0; round < 500; round++) {
      double alpha = 0.01 + 0.9 * random.nextUnit();
      double beta = (0.99 - alpha) * (0.01 + 0.98 * random.nextUnit());
      HybridReward reward =
          HybridReward.withDefaults().with(new ScoreBands(alpha, beta, ScoreBands.Alone.BOTTOM));
      List<JudgedRollout> prompt = new ArrayList<>(List.of(right(-50), wrong(50)));
      for (int i = 0; i < 10; i++) {
        double score = 100 * random.nextUnit() - 50;
        prompt.add(random.nextInt(2) == 0 ? right(score) : wrong(score));
      }
      double[] rewards = reward.of(List.of(prompt))[0];
      double lowestRight = Double.POSITIVE_INFINITY;
      double highestWrong = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < rewards.length; i++) {
        if (prompt.get(i).answered() == Answered.RIGHT) {
          lowestRight = Math.min(lowestRight, rewards[i]);
        } else {
          highestWrong = Math.max(highestWrong, rewards[i]);
        }
      }
      assertThat(highestWrong).as("round %d", round).isLessThan(lowestRight);
    }
  }

  @Test
  void theWeightOfAPromptShowsOnlyWhereAdvantagesKeepFactors() {
    List<List<JudgedRollout>> batch =
        List.of(PROMPT, List.of(right(0), wrong(9), wrong(8), wrong(-3)));
    double[][] plain = HybridReward.withDefaults().with(new SpreadWeight(1, 1, 6)).of(batch);
    double[][] weighted = HybridReward.withDefaults().of(batch);
    for (Advantage advantage : Advantage.all()) {
      double[] without = advantage.of(plain)[0];
      double[] with = advantage.of(weighted)[0];
      double difference = Math.abs(with[0] - without[0]);
      if (advantage.keepsFactors()) {
        assertThat(difference).as(advantage.name()).isGreaterThan(0.01);
      } else {
        assertThat(difference).as(advantage.name()).isLessThan(1e-5);
      }
    }
  }

  @Test
  void badSettingsAndMissingScoresAreRefused() {
    assertThatThrownBy(() -> new ScoreBands(0.6, 0.4, ScoreBands.Alone.BOTTOM))
        .hasMessage(
            "Invalid alpha + beta 1.0: expected below 1: otherwise a wrong answer could rank above"
                + " a right one");
    assertThatThrownBy(() -> new ScoreBands(0, 0.4, ScoreBands.Alone.BOTTOM))
        .hasMessage("Invalid alpha 0.0: expected a finite number above 0");
    assertThatThrownBy(() -> new SpreadWeight(2, 1, 6))
        .hasMessage(
            "Invalid highest weight 1.0: expected a finite number from the lowest weight, 2.0");
    assertThatThrownBy(() -> right(Double.NaN))
        .hasMessage("Invalid score of a reward model NaN: expected a finite number");
    List<JudgedRollout> lacking = List.of(right(1), JudgedRollout.of(Answered.WRONG));
    assertThatThrownBy(() -> HybridReward.withDefaults().of(List.of(PROMPT, lacking)))
        .hasMessage(
            "Prompt 1: Invalid rollout 1: expected a score of a reward model, which it lacks");
  }
}
