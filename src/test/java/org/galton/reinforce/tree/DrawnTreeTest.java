package org.galton.reinforce.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.galton.model.Completion;
import org.galton.reward.advantage.GroupStdAdvantage;
import org.galton.reward.advantage.MeanOnlyAdvantage;
import org.galton.reward.signal.OutcomeReward;
import org.junit.jupiter.api.Test;

/** A tree that was computed by hand. */
final class DrawnTreeTest {
  private static final Offset<Double> CLOSE = within(1e-6);

  private static double[] ends(DrawnTree tree) {
    return tree.ends().stream().mapToDouble(OutcomeReward.signedVerdict()::of).toArray();
  }

  @Test
  void tokensOfAStepHaveItsClippedValueLessTheMeanOfAllEnds() {
    DrawnTree first = HandTree.backedUp(1);
    assertThat(ends(first)).containsExactly(-1, -1, 1, -1);
    assertThat(first.trajectories()).hasSize(1);
    double[] values = first.trajectories().get(0).values();
    // n1 has -1/3, n2 has -2/3, the end keeps its reward; two tokens each.
    assertThat(values[2]).isCloseTo(-0.582783, CLOSE);
    assertThat(values)
        .containsExactly(new double[] {-0.321513, -0.321513, -0.582783, -0.582783, -1, -1}, CLOSE);
    assertThat(new MeanOnlyAdvantage().ofSteps(values, ends(first)))
        .containsExactly(
            new double[] {0.178487, 0.178487, -0.082783, -0.082783, -0.5, -0.5}, CLOSE);

    DrawnTree all = HandTree.backedUp(4);
    assertThat(all.trajectories()).hasSize(4);
    // The success has erased the two failures before it, and the failure after it changed nothing.
    assertThat(new MeanOnlyAdvantage().ofSteps(all.trajectories().get(2).values(), ends(all)))
        .containsExactly(new double[] {0.821513, 0.821513, 1.082783, 1.082783, 1.5, 1.5}, CLOSE);
    assertThat(new MeanOnlyAdvantage().ofSteps(all.trajectories().get(3).values(), ends(all)))
        .containsExactly(new double[] {0.821513, 0.821513, 1.082783, 1.082783, -0.5, -0.5}, CLOSE);
    // The four ends have a standard deviation of 1.
    assertThat(
            GroupStdAdvantage.withDefaults()
                .withEpsilon(0)
                .ofSteps(all.trajectories().get(2).values(), ends(all)))
        .containsExactly(new double[] {0.821513, 0.821513, 1.082783, 1.082783, 1.5, 1.5}, CLOSE);
    assertThat(GroupStdAdvantage.withDefaults().ofSteps(new double[] {1, 0}, new double[] {0, 4}))
        .containsExactly(new double[] {-0.353553, -0.707107}, CLOSE);
  }

  @Test
  void treeWhoseEndsAreAlikeTeachesNothing() {
    double[] ends = {-1, -1, -1};
    double[] values = {-0.3, -0.6, -1};
    assertThat(new MeanOnlyAdvantage().ofSteps(values, ends)).containsOnly(0);
    assertThat(GroupStdAdvantage.withDefaults().ofSteps(values, ends)).containsOnly(0);
    assertThatThrownBy(() -> new MeanOnlyAdvantage().ofSteps(values, new double[0]))
        .hasMessageContaining("expected 1 or more");
    assertThatThrownBy(
            () -> new MeanOnlyAdvantage().ofSteps(new double[] {Double.NaN}, new double[] {1, 0}))
        .hasMessageContaining("value of a step");
  }

  @Test
  void trajectoriesAreRolloutsOfTheirOwn() {
    DrawnTree tree = HandTree.backedUp(2);
    Trajectory second = tree.trajectories().get(1);

    assertThat(second.node()).isEqualTo(4);
    assertThat(second.trace().tokens()).containsExactly(10, 11, 20, 21, 40, 41);
    assertThat(second.trace().prompt()).containsExactly(1, 2, 3);
    assertThat(second.trace().logprobs())
        .containsExactly(-0.1f, -0.2f, -0.1f * 2, -0.2f * 2, -0.1f * 4, -0.2f * 4);
    Completion completion = second.completion();
    assertThat(completion.text()).isEqualTo("text up to 4");
    assertThat(completion.finish()).as("incomplete").isEqualTo(Completion.Finish.LENGTH);
    assertThat(completion.completionTokens()).isEqualTo(6);
    assertThat(completion.logprobSum()).isCloseTo(-0.3 * 7, CLOSE);
    assertThat(tree.trajectories().get(0).completion().finish()).isEqualTo(Completion.Finish.STOP);
    assertThat(tree.drawnTokens()).isEqualTo(12);
  }
}
