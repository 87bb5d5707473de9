package org.galton.reward.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.galton.reward.advantage.Deviation;
import org.galton.reward.advantage.GroupStdAdvantage;
import org.junit.jupiter.api.Test;

/** The objective of Flow-GRPO (arXiv:2510.05592), made of its parts, and its known answers. */
final class FlowGrpoTest {
  private static final double[] REWARDS = {1, 0, 0, 1, 1, 0, 0, 0};
  private static final ClippedLoss LOSS = ClippedLoss.grpo().with(new ClipRange(.2, .3));
  private static final KlPenalty KL = new KlPenalty(.001);

  private static double[] advantages(GroupStdAdvantage form, double[] rewards) {
    return form.of(new double[][] {rewards})[0];
  }

  @Test
  void advantagesAreInUnitsOfEitherDeviation() {
    GroupStdAdvantage sample = GroupStdAdvantage.withDefaults();
    double[] population = advantages(sample.with(Deviation.POPULATION).withEpsilon(0), REWARDS);
    double[] usual = advantages(sample, REWARDS);
    for (int i = 0; i < REWARDS.length; i++) {
      assertThat(population[i]).isCloseTo(REWARDS[i] == 1 ? 1.290994 : -.774597, within(5e-7));
      assertThat(usual[i]).isCloseTo(REWARDS[i] == 1 ? 1.207612 : -.724567, within(5e-7));
    }
    assertThat(advantages(sample, new double[] {1, 1, 1})).containsExactly(0, 0, 0);
    assertThat(advantages(sample.withEpsilon(0), new double[] {0, 0})).containsExactly(0, 0);
  }

  @Test
  void aTurnOfARolloutOfOneWeighsThreeTimesATurnOfARolloutOfThree() {
    double[][] weights = Aggregate.TURN.weights(new int[][][] {{{7}, {7, 7, 7}}})[0];
    assertThat(weights[0][0]).isCloseTo(1.0 / 2 / 7, within(1e-15));
    for (double weight : weights[1]) {
      assertThat(weight).isCloseTo(weights[0][0] / 3, within(1e-15));
    }
    assertThat(Aggregate.SAMPLE.weights(new int[][][] {{{2, 6}}}))
        .isDeepEqualTo(new double[][][] {{{1.0 / 8, 1.0 / 8}}});
    assertThat(Aggregate.TURN.weights(new int[][][] {{{2, 6}}}))
        .isDeepEqualTo(new double[][][] {{{1.0 / 4, 1.0 / 12}}});
  }

  @Test
  void weightsOfABatchSumToOneAndTurnsWithoutTokensCountNothing() {
    int[][][] tokens = {{{3, 0, 5}, {0}, {4}}, {{1, 1, 9}}, {{0, 0}}};
    for (Aggregate aggregate : Aggregate.values()) {
      double[][][] weights = aggregate.weights(tokens);
      double sum = 0;
      for (int i = 0; i < tokens.length; i++) {
        for (int j = 0; j < tokens[i].length; j++) {
          for (int turn = 0; turn < tokens[i][j].length; turn++) {
            sum += weights[i][j][turn] * tokens[i][j][turn];
          }
        }
      }
      assertThat(sum).as(aggregate.title()).isCloseTo(1, within(1e-15));
      assertThat(weights[0][0][1]).isZero();
    }
    assertThatThrownBy(() -> Aggregate.TURN.weights(new int[][][] {{{1, -1}}}))
        .hasMessage("Invalid number of tokens -1: expected 0 or more");
  }

  /**
   * J = 1/G sum_i 1/T_i sum_t 1/|a| sum_j ( min(r A, clip(r, .8, 1.3) A) - beta (e^d - d - 1) ), as
   * it stands, against loss, penalty and weights put together; and its slope by differences.
   */
  @Test
  void thePartsMakeTheObjectiveOfThePaper() {
    Random chance = new Random(5);
    double[] advantages = advantages(GroupStdAdvantage.withDefaults(), REWARDS);
    double[][][][] logs = new double[REWARDS.length][][][];
    int[][] tokens = new int[REWARDS.length][];
    for (int i = 0; i < REWARDS.length; i++) {
      int turns = 1 + chance.nextInt(3);
      logs[i] = new double[turns][3][];
      tokens[i] = new int[turns];
      for (int t = 0; t < turns; t++) {
        tokens[i][t] = 1 + chance.nextInt(6);
        for (int kind = 0; kind < 3; kind++) {
          logs[i][t][kind] = chance.doubles(tokens[i][t], -1.5, -.1).toArray();
        }
      }
    }
    assertThat(objective(logs, advantages, tokens))
        .isCloseTo(paper(logs, advantages), within(1e-12));

    double[][] weights = Aggregate.TURN.weights(new int[][][] {tokens})[0];
    double step = 1e-6;
    double[] trained = logs[0][0][0];
    double slope = terms(logs[0][0], advantages[0]).coefficients()[0] * weights[0][0];
    double before = trained[0];
    trained[0] = before + step;
    double above = paper(logs, advantages);
    trained[0] = before - step;
    assertThat((above - paper(logs, advantages)) / (2 * step)).isCloseTo(slope, within(1e-8));
  }

  private static TokenTerms terms(double[][] logs, double advantage) {
    return LOSS.terms(advantage, logs[0], logs[1]).plus(KL.terms(logs[0], logs[2]));
  }

  private static double objective(double[][][][] logs, double[] advantages, int[][] tokens) {
    double[][] weights = Aggregate.TURN.weights(new int[][][] {tokens})[0];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      for (int t = 0; t < logs[i].length; t++) {
        sum += weights[i][t] * terms(logs[i][t], advantages[i]).objective();
      }
    }
    return sum;
  }

  private static double paper(double[][][][] logs, double[] advantages) {
    double all = 0;
    for (int i = 0; i < logs.length; i++) {
      double rollout = 0;
      for (double[][] turn : logs[i]) {
        double sum = 0;
        for (int j = 0; j < turn[0].length; j++) {
          double ratio = Math.exp(turn[0][j] - turn[1][j]);
          double clipped = Math.max(.8, Math.min(1.3, ratio));
          double d = turn[2][j] - turn[0][j];
          sum +=
              Math.min(ratio * advantages[i], clipped * advantages[i])
                  - .001 * (Math.exp(d) - d - 1);
        }
        rollout += sum / turn[0].length;
      }
      all += rollout / logs[i].length;
    }
    return all / logs.length;
  }
}
