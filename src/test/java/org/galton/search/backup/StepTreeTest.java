package org.galton.search.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class StepTreeTest {
  private static final Offset<Double> PRINTED = within(5e-7);

  @Test
  void rewardsOnOnePathGiveThePrintedValues() {
    StepTree tree = new StepTree(GammaIndex.PAPER);
    int first = tree.add(StepTree.ROOT, open(0));
    int second = tree.add(first, open(0));
    StepEnding[] rewards = {
      StepEnding.WRONG, StepEnding.INCOMPLETE, StepEnding.CORRECT, StepEnding.WRONG
    };
    double[] ofRoot = {-0.1, -0.2, 0.1, 0.1};
    double[] ofFirst = {-1 / 3.0, -2 / 3.0, 1 / 3.0, 1 / 3.0};
    double[] ofSecond = {-2 / 3.0, -4 / 3.0, 2 / 3.0, 2 / 3.0};
    for (int i = 0; i < rewards.length; i++) {
      int leaf = tree.add(second, new SearchStep(0, rewards[i]));
      tree.backUp(leaf);
      assertThat(tree.q(StepTree.ROOT)).isEqualTo(ofRoot[i], within(1e-15));
      assertThat(tree.q(first)).isEqualTo(ofFirst[i], within(1e-15));
      assertThat(tree.q(second)).isEqualTo(ofSecond[i], within(1e-15));
      assertThat(tree.q(leaf)).isEqualTo(rewards[i].reward());
      if (i == 0) {
        assertThat(tree.clipped(second)).isEqualTo(-.582783, PRINTED);
        assertThat(tree.clipped(leaf)).isEqualTo(-1);
      }
    }
    assertThat(tree.backups(first)).isEqualTo(4);
    assertThat(tree.visits(first)).isEqualTo(5);
    assertThat(tree.visits(StepTree.ROOT)).isEqualTo(4);
    assertThat(tree.mean(first)).isEqualTo(1 / 15.0, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"PAPER, 0.1, .3333333333333333, .6666666666666666, 1", "CODE, .25, .5, .75, 1"})
  void weightsGrowWithTheIndex(
      GammaIndex gamma, double root, double first, double second, double last) {
    assertThat(new double[] {gamma.weight(0, 3), gamma.weight(1, 3), gamma.weight(2, 3)})
        .containsExactly(new double[] {root, first, second}, within(1e-15));
    assertThat(gamma.weight(3, 3)).isEqualTo(last);
    assertThat(gamma.weight(1, 60)).isEqualTo(0.1);
  }

  @Test
  void scoresAreThePrintedOnes() {
    assertThat(UpperConfidence.withDefaults().of(0.2, 4, 10)).isEqualTo(1.717427, PRINTED);
    assertThat(UpperConfidence.withDefaults().of(0.2, 0, 10)).isEqualTo(0.2);
    assertThat(UpperConfidence.withDefaults().of(0.2, 4, 0)).isEqualTo(0.2);
    FrontierScore score = FrontierScore.withDefaults();
    assertThat(score.of(-0.5, 0, 9, 4, 64)).isEqualTo(-.182347, PRINTED);
    assertThat(score.of(0.25, 0, 9, 16, 64)).isEqualTo(.102967, PRINTED);
    assertThat(score.withEntropy(0.4).of(-0.5, 0, 2, 4, 64)).isEqualTo(.617653, PRINTED);
    assertThat(score.withBonus(DepthBonus.LINEAR).of(0, 0, 0, 4, 64)).isEqualTo(0.04);
    assertThat(score.withBonus(DepthBonus.LOG).of(0, 0, 0, 4, 64))
        .isEqualTo(0.01 * Math.log(5), within(1e-15));
    assertThat(score.withOwn(1).of(0, 0.5, 0, 0, 64)).isEqualTo(Math.tanh(0.5));
  }

  /** Whatever the order of rewards, and by both indices. */
  @ParameterizedTest
  @EnumSource(GammaIndex.class)
  void aNodeOnACorrectPathIsNeverBelowZero(GammaIndex gamma) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      StepTree tree = new StepTree(gamma);
      List<Integer> open = new ArrayList<>(List.of(StepTree.ROOT));
      List<Boolean> succeeded = new ArrayList<>(List.of(false));
      for (int step = 0; step < 60; step++) {
        int parent = open.get(random.nextInt(open.size()));
        StepEnding ending = StepEnding.values()[random.nextInt(4)];
        int node = tree.add(parent, new SearchStep(0, ending));
        succeeded.add(false);
        if (!ending.isTerminal()) {
          open.add(node);
          continue;
        }
        tree.backUp(node);
        for (int on = parent; on >= 0; on = tree.parent(on)) {
          succeeded.set(on, succeeded.get(on) || ending == StepEnding.CORRECT);
          assertThat(tree.q(on) >= 0).as("seed %d", seed).isEqualTo(succeeded.get(on));
        }
      }
      StepTree again = tree.weighted(gamma);
      for (int node = 0; node < tree.size(); node++) {
        assertThat(again.q(node)).isEqualTo(tree.q(node));
      }
    }
  }

  @Test
  void theTerminalThatIsBackedUpIsCorrectElseConfident() {
    StepTree tree = new StepTree(GammaIndex.PAPER);
    int doubtful = tree.add(StepTree.ROOT, open(4));
    int wrong = tree.add(doubtful, new SearchStep(1, StepEnding.WRONG));
    int surer = tree.add(doubtful, new SearchStep(0.5, StepEnding.WRONG));
    int asSure = tree.add(doubtful, new SearchStep(0.5, StepEnding.WRONG));
    int cut = tree.add(doubtful, new SearchStep(0, StepEnding.INCOMPLETE));
    int right = tree.add(doubtful, new SearchStep(9, StepEnding.CORRECT));
    int goesOn = tree.add(doubtful, open(0));
    assertThat(tree.chosen(List.of(wrong, cut, surer, asSure, right, goesOn))).hasValue(right);
    assertThat(tree.chosen(List.of(wrong, cut, asSure, surer, goesOn))).hasValue(surer);
    assertThat(tree.chosen(List.of(cut, goesOn))).hasValue(cut);
    assertThat(tree.chosen(List.of(goesOn))).isEmpty();
    // The mean over the steps, not the last one: (4 + 1) / 2 above 2.
    int straight = tree.add(StepTree.ROOT, new SearchStep(2, StepEnding.WRONG));
    assertThat(tree.chosen(List.of(wrong, straight))).hasValue(straight);
  }

  @Test
  void advantagesAreValuesLessTheMeanRewardOfAllTerminals() {
    StepTree tree = new StepTree(GammaIndex.PAPER);
    assertThat(tree.advantages()).isEmpty();
    int step = tree.add(StepTree.ROOT, open(0));
    int right = tree.add(step, new SearchStep(0, StepEnding.CORRECT));
    tree.add(step, new SearchStep(0, StepEnding.WRONG));
    tree.add(step, new SearchStep(0, StepEnding.WRONG));
    tree.add(StepTree.ROOT, new SearchStep(0, StepEnding.INCOMPLETE));
    tree.backUp(right);
    assertThat(tree.meanReward()).hasValue(-0.5);
    assertThat(tree.advantages().orElseThrow())
        .containsExactly(
            new double[] {Math.tanh(0.1) + 0.5, Math.tanh(0.5) + 0.5, 1.5, -0.5, -0.5, -0.5},
            within(1e-15));
  }

  @Test
  void whatIsNoTrajectoryIsRefused() {
    StepTree tree = new StepTree(GammaIndex.PAPER);
    int end = tree.add(StepTree.ROOT, new SearchStep(0, StepEnding.WRONG));
    assertThatThrownBy(() -> tree.add(end, open(0)))
        .hasMessage("Invalid parent 1: expected a step that ends no trajectory");
    assertThatThrownBy(() -> tree.backUp(StepTree.ROOT))
        .hasMessage("Invalid end of a trajectory 0: expected a step that ends one");
    assertThatThrownBy(() -> open(Double.NaN))
        .hasMessage("Invalid entropy of a step NaN: expected a finite number");
  }

  private static SearchStep open(double entropy) {
    return new SearchStep(entropy, StepEnding.NONE);
  }
}
