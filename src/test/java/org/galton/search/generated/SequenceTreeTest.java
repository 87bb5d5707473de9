package org.galton.search.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.galton.search.tree.BacktrackingWalk;
import org.galton.search.tree.ExactLaws;
import org.galton.search.tree.LeafLaw;
import org.galton.search.tree.RewardTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SequenceTreeTest {
  private static final ValueRule.Faults FAULTS = new ValueRule.Faults(0.5, 2000, 1);

  @ParameterizedTest
  @CsvSource({
    "PLAIN, 6, 1",
    // ((1 + e) / 2)^4
    "TILT, 4, 11.9467351",
    "PARITY, 5, 0.5",
    // 14 of 256
    "DYCK, 8, 0.0546875",
    "DYCK, 7, 0",
    // 0.9 of one letter; 0.45 (0.2 + 0.9) of two
    "AVOID, 1, 0.9",
    "AVOID, 2, 0.495",
    // (8 + e) / 9
    "ABC, 2, 1.1909202"
  })
  void expectationsOfTauAreThoseByHand(SequenceTask task, int horizon, double expected) {
    RewardTree tree = SequenceTree.of(task, horizon);
    assertThat(ExactLaws.values(tree)[0]).isEqualTo(expected, within(1e-7));
    assertThat(tree.leaves()).isEqualTo((int) Math.pow(task.tokens().size(), horizon));
  }

  @ParameterizedTest
  @CsvSource({
    "TILT, DELAYED, 4, 0, .321916", "TILT, DELAYED, 8, 0, .489598",
    "PLAIN, BIASED, 4, .1, .035687", "PLAIN, BIASED, 12, .1, .064210",
    "PLAIN, BIASED, 8, .5, .210208"
  })
  void guidanceMissesTheTargetAsPrinted(
      SequenceTask task, ValueRule rule, int horizon, double eps, double printed) {
    RewardTree tree = rule.valued(SequenceTree.of(task, horizon), new ValueRule.Faults(eps, 1, 1));
    assertThat(ExactLaws.oneWay(tree).distance(ExactLaws.target(tree)))
        .isEqualTo(printed, within(5.1e-7));
  }

  @ParameterizedTest
  @EnumSource(ValueRule.class)
  void theWalkHasTheTargetByAllValues(ValueRule rule) {
    for (SequenceTask task : SequenceTask.values()) {
      RewardTree tree = rule.valued(SequenceTree.of(task, 6), FAULTS);
      LeafLaw target = ExactLaws.target(tree);
      // Late and noisy values of 0 close what the target does not have.
      assertThat(new BacktrackingWalk(tree, 0.5).leafLaw().distance(target)).isZero();
      if (rule == ValueRule.NOISY) {
        assertThat(ExactLaws.valueError(tree)).isBetween(0.1, 0.5);
      }
    }
  }

  @Test
  void valuesOfManySamplesComeCloseToTheExactOnes() {
    RewardTree tree = SequenceTree.of(SequenceTask.ABC, 4);
    double[] exact = ExactLaws.values(tree);
    double[] worst =
        IntStream.of(100, 10_000, 1_000_000)
            .mapToDouble(
                samples ->
                    worst(
                        ValueRule.SAMPLED.valued(tree, new ValueRule.Faults(0, samples, 1)), exact))
            .toArray();
    assertThat(worst[0]).isGreaterThan(3 * worst[1]);
    assertThat(worst[1]).isGreaterThan(3 * worst[2]);
    assertThat(worst[2]).isLessThan(0.02);
  }

  private static double worst(RewardTree tree, double[] exact) {
    return IntStream.range(1, tree.size())
        .filter(node -> !tree.isLeaf(node))
        .mapToDouble(node -> Math.abs(tree.value(node) / exact[node] - 1))
        .max()
        .orElseThrow();
  }

  /** At 8 tokens of 6561 sequences, most of which no sample is. */
  @Test
  void aSmallModelGeneralizesWhereItCanSayWhatMatters() {
    for (int samples : new int[] {500, 1000, 10_000}) {
      assertThat(oneWay(SequenceTask.ABC, ValueRule.LEARNED, samples))
          .isLessThan(0.5 * oneWay(SequenceTask.ABC, ValueRule.SAMPLED, samples));
      assertThat(oneWay(SequenceTask.AVOID, ValueRule.LEARNED, samples))
          .isLessThan(0.8 * oneWay(SequenceTask.AVOID, ValueRule.SAMPLED, samples));
    }
    assertThat(oneWay(SequenceTask.ABC, ValueRule.LEARNED, 10_000)).isLessThan(0.03);
  }

  /** Whether a number is even, or a bracket was closed too early, is no sum of counts. */
  @Test
  void moreSamplesDoNotTeachAModelWhatItCannotSay() {
    for (SequenceTask task : new SequenceTask[] {SequenceTask.SKEW, SequenceTask.DYCK}) {
      double few = oneWay(task, ValueRule.LEARNED, 1000);
      assertThat(oneWay(task, ValueRule.LEARNED, 100_000)).isBetween(0.9 * few, 1.1 * few);
      assertThat(oneWay(task, ValueRule.SAMPLED, 100_000)).isLessThan(0.1 * few);
    }
  }

  private static double oneWay(SequenceTask task, ValueRule rule, int samples) {
    RewardTree tree = rule.valued(SequenceTree.of(task, 8), new ValueRule.Faults(0, samples, 42));
    return ExactLaws.oneWay(tree).distance(ExactLaws.target(tree));
  }

  @Test
  void moreSequencesThanATreeHoldsAreRefused() {
    assertThatThrownBy(() -> SequenceTree.of(SequenceTask.PARITY, 19))
        .hasMessage(
            "Invalid horizon 19: expected at most 18 with 2 tokens: the tree has all sequences");
    assertThatThrownBy(() -> SequenceTree.of(SequenceTask.ABC, 13))
        .hasMessage(
            "Invalid horizon 13: expected at most 12 with 3 tokens: the tree has all sequences");
  }
}
