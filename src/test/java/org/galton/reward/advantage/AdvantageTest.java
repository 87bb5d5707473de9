package org.galton.reward.advantage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.galton.numerics.SplitMix64;
import org.junit.jupiter.api.Test;

final class AdvantageTest {
  private static final Offset<Double> PRINTED = within(6e-8);

  private static double[] rightOf(int right, int all) {
    return IntStream.range(0, all).mapToDouble(i -> i < right ? 1 : 0).toArray();
  }

  private static double[][] batch(double[]... prompts) {
    return prompts;
  }

  @Test
  void grpoDividesByTheDeviationOfTheGroup() {
    double[] of8 = GroupStdAdvantage.withDefaults().of(batch(rightOf(1, 8)))[0];
    assertThat(of8[0]).isCloseTo(2.4748667, PRINTED);
    assertThat(of8[7]).isCloseTo(-0.3535524, PRINTED);
    double[] population =
        GroupStdAdvantage.withDefaults().with(Deviation.POPULATION).of(batch(rightOf(1, 8)))[0];
    assertThat(population[0]).isCloseTo(2.6457433, PRINTED);
    assertThat(population[7]).isCloseTo(-0.3779633, PRINTED);
    double[] of16 = GroupStdAdvantage.withDefaults().of(batch(rightOf(1, 16)))[0];
    assertThat(of16[0]).isCloseTo(3.7499850, PRINTED);
    assertThat(of16[15]).isCloseTo(-0.2499990, PRINTED);
  }

  @Test
  void ternaryRewardsTellAbstentionsFromErrorsUnderGrpo() {
    double[][] advantages =
        GroupStdAdvantage.withDefaults().of(batch(new double[] {1, 1, 0, -1}, rightOf(2, 4)));
    assertThat(advantages[0])
        .containsExactly(new double[] {0.783349, 0.783349, -0.261116, -1.305581}, within(6e-7));
    double[] signed = {1, 1, -1, -1};
    assertThat(GroupStdAdvantage.withDefaults().of(batch(signed))[0])
        .containsExactly(new double[] {0.866025, 0.866025, -0.866025, -0.866025}, within(6e-7));
  }

  @Test
  void meanOnlyKeepsTheUnitOfTheReward() {
    assertThat(new MeanOnlyAdvantage().of(batch(rightOf(1, 4)))[0])
        .containsExactly(0.75, -0.25, -0.25, -0.25);
  }

  @Test
  void batchDividesByTheDeviationOverPromptsThatTeach() {
    // Deviations 1/2, -1/2 and 3/4, -1/4 three times: mean square (2/4 + 12/16) / 6 = 5/24.
    double[][] advantages =
        new BatchAdvantage().of(batch(rightOf(1, 2), rightOf(3, 3), rightOf(1, 4)));
    double spread = Math.sqrt(5.0 / 24);
    assertThat(advantages[0]).containsExactly(new double[] {0.5 / spread, -0.5 / spread}, PRINTED);
    assertThat(advantages[1]).containsExactly(0, 0, 0);
    assertThat(advantages[2][0]).isCloseTo(0.75 / spread, PRINTED);
  }

  @Test
  void batchCenteredCountsPromptsOfEqualRewardsInTheDeviation() {
    // The same squares over 9 rollouts: 5/36.
    double[][] batch = batch(rightOf(1, 2), rightOf(3, 3), rightOf(1, 4));
    double[][] advantages = new BatchCenteredAdvantage().of(batch);
    assertThat(advantages[0][0]).isCloseTo(0.5 / Math.sqrt(5.0 / 36), PRINTED);
    assertThat(advantages[1]).containsExactly(0, 0, 0);
  }

  @Test
  void batchFormsAgreeWhereEveryPromptTeaches() {
    double[][] batch = batch(rightOf(1, 2), rightOf(2, 7), rightOf(1, 4));
    double[][] once = new BatchAdvantage().of(batch);
    double[][] twice = new BatchCenteredAdvantage().of(batch);
    for (int i = 0; i < batch.length; i++) {
      assertThat(twice[i]).containsExactly(once[i], within(1e-12));
    }
  }

  @Test
  void promptsThatCannotTeachGetExactlyZero() {
    double[][] batch = {{0.1, 0.1, 0.1}, {7}, {-1, -1}};
    for (Advantage advantage : Advantage.all()) {
      assertThat(advantage.of(batch))
          .as(advantage.name())
          .isDeepEqualTo(new double[][] {{0, 0, 0}, {0}, {0, 0}});
      double[][] beside = advantage.of(batch(batch[0], batch[1], rightOf(1, 3)));
      assertThat(beside[0]).as(advantage.name()).containsExactly(0, 0, 0);
      assertThat(beside[1]).as(advantage.name()).containsExactly(0);
    }
  }

  @Test
  void advantagesOfAPromptSumToZeroInAnyOrder() {
    SplitMix64 random = new SplitMix64(17);
    for (int round = 0; round < 200; round++) {
      double[][] batch = new double[1 + random.nextInt(6)][];
      for (int i = 0; i < batch.length; i++) {
        batch[i] = new double[1 + random.nextInt(20)];
        Arrays.setAll(batch[i], j -> random.nextInt(3) == 0 ? 1 : 10 * random.nextUnit());
      }
      double[][] turned =
          Arrays.stream(batch).map(AdvantageTest::reversed).toArray(double[][]::new);
      for (Advantage advantage : Advantage.all()) {
        double[][] found = advantage.of(batch);
        double[][] foundTurned = advantage.of(turned);
        for (int i = 0; i < batch.length; i++) {
          assertThat(Arrays.stream(found[i]).sum())
              .as("%s of round %d", advantage.name(), round)
              .isCloseTo(0, within(1e-12 * batch[i].length));
          assertThat(reversed(foundTurned[i])).containsExactly(found[i]);
        }
      }
    }
  }

  @Test
  void aFactorOnOnePromptCancelsUnderGrpoAlone() {
    double[] rewards = {0.2, 0.5, 0.9};
    double[] threefold = Arrays.stream(rewards).map(r -> 3 * r).toArray();
    GroupStdAdvantage grpo = GroupStdAdvantage.withDefaults().withEpsilon(0);
    assertThat(grpo.of(batch(threefold))[0])
        .containsExactly(grpo.of(batch(rewards))[0], within(1e-12));
    assertThat(new MeanOnlyAdvantage().of(batch(threefold))[0][2]).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void rewardsTooCloseForTheirSquaresGiveZeroNotInfinity() {
    double[][] close = {{1e-200, 2e-200}};
    assertThat(new BatchAdvantage().of(close)[0]).containsExactly(0, 0);
    assertThat(GroupStdAdvantage.withDefaults().withEpsilon(0).of(close)[0]).containsExactly(0, 0);
  }

  @Test
  void whatIsNoRewardIsRefused() {
    for (Advantage advantage : Advantage.all()) {
      assertThatThrownBy(() -> advantage.of(batch(new double[] {0, Double.NaN})))
          .hasMessage("Invalid reward NaN: expected a number from -1e100 to 1e100");
      assertThatThrownBy(() -> advantage.of(batch(rightOf(1, 2), new double[0])))
          .hasMessage("Invalid number of rollouts of a prompt 0: expected 1 or more");
    }
    assertThatThrownBy(() -> new GroupStdAdvantage(Deviation.SAMPLE, -1))
        .hasMessage("Invalid epsilon -1.0: expected a finite number from 0");
  }

  private static double[] reversed(double[] values) {
    double[] reversed = new double[values.length];
    Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
    return reversed;
  }
}
