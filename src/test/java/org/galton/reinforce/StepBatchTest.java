package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.reinforce.spec.FilterPlan;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reinforce.tree.DrawnTree;
import org.galton.reinforce.tree.HandTree;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reinforce.tree.Trajectory;
import org.galton.reward.advantage.MeanOnlyAdvantage;
import org.galton.reward.filter.DegenerateFilter;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.ClippedLoss;
import org.galton.reward.signal.JudgedRollout;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.OverlongPenalty;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.ShapedReward;
import org.galton.statistics.Tally;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;

/** What a step learns from trajectories of a tree; see {@link HandTree}. */
final class StepBatchTest {
  private static final Prompt PROMPT = new Prompt("p", "t", "p", "prompt", "1", Map.of());
  private static final OutcomeReward SIGNED = OutcomeReward.signedVerdict();

  private static ObjectivePlan plan(Reward reward, Optional<DegenerateFilter> degenerate) {
    return new ObjectivePlan(
        RewardPlan.of(reward),
        new MeanOnlyAdvantage(),
        ClippedLoss.dapo(),
        Aggregate.TOKEN,
        new FilterPlan(List.of(), List.of(), Optional.empty(), degenerate));
  }

  private static DrawnRollout rollout(Trajectory one, int index, String text) {
    boolean right = one.values()[one.values().length - 1] > 0;
    RolloutRow row =
        new RolloutRow(
            "m", "t", "g", "p", index, "complete", text, 3, 6, 0.0, 0.0, "cpu", 0.1, 1, null);
    Optional<ScoreRow> verdict =
        Optional.of(
            new ScoreRow(
                "m",
                "t",
                "g",
                "judge/1",
                "p",
                index,
                "scored",
                "1",
                right,
                false,
                right ? 1.0 : 0.0,
                null,
                null,
                null,
                null,
                null,
                null));
    return new DrawnRollout(
        row,
        new RolloutSignals(verdict, verdict, Optional.empty()),
        Optional.of(one.trace()),
        Optional.of(one));
  }

  /**
   * @param text of the first trajectory, a wrong one
   */
  private static BatchObjective objective(
      ObjectivePlan plan, List<JudgedRollout> ends, String text) {
    DrawnTree tree = HandTree.backedUp(4);
    List<DrawnRollout> rollouts = new ArrayList<>();
    for (Trajectory one : tree.trajectories()) {
      rollouts.add(rollout(one, rollouts.size(), rollouts.isEmpty() ? text : "text"));
    }
    DrawnGroup group =
        new DrawnGroup(new AskedPrompt(0, PROMPT, 4, 5), "g", rollouts)
            .searched(
                new SearchedGroup(
                    SearchedGroup.Source.TREE, new Tally(4, 0), new Tally(4, 0), 0, 160, 12, ends));
    JudgedGroup judged =
        new GroupSelection(plan, new StepReward(1, plan.reward().reward()))
            .of(List.of(group))
            .get(0);
    assertThat(judged.use()).isEqualTo(PromptUse.KEPT);
    return StepBatch.of(plan, List.of(judged), traces -> Optional.empty())
        .orElseThrow()
        .objective();
  }

  /** Where the policy has not moved a coefficient is the advantage times the weight. */
  private static double[] advantages(BatchObjective objective, int rollout, int all) {
    Trajectory one = HandTree.backedUp(4).trajectories().get(rollout);
    double[] coefficients = objective.coefficients(rollout, one.trace().logprobs());
    return Arrays.stream(coefficients).map(value -> value * all).toArray();
  }

  @Test
  void tokensLearnFromTheValuesOfTheirSteps() {
    BatchObjective objective =
        objective(plan(SIGNED, Optional.empty()), HandTree.backedUp(4).ends(), "text");
    assertThat(advantages(objective, 2, 24))
        .containsExactly(
            new double[] {0.821513, 0.821513, 1.082783, 1.082783, 1.5, 1.5}, within(1e-6));
    assertThat(advantages(objective, 1, 24))
        .containsExactly(
            new double[] {0.821513, 0.821513, 1.082783, 1.082783, -0.5, -0.5}, within(1e-6));
  }

  /** Without ends the credit is that of whole trajectories. */
  @Test
  void wholeTrajectoriesHaveOneAdvantageEach() {
    BatchObjective objective = objective(plan(SIGNED, Optional.empty()), List.of(), "text");
    assertThat(advantages(objective, 2, 24)).containsOnly(new double[] {1.5}, within(1e-12));
    assertThat(advantages(objective, 1, 24)).containsOnly(new double[] {-0.5}, within(1e-12));
  }

  /** Six tokens of at most seven, of which the last two are punished: half of the factor. */
  @Test
  void penaltyOfLengthIsTakenOffEveryStepAndOffTheMean() {
    Reward shaped = new ShapedReward(SIGNED, new OverlongPenalty(7, 2, 1));
    BatchObjective objective =
        objective(plan(shaped, Optional.empty()), HandTree.backedUp(4).ends(), "text");
    // All ends are as long: what is taken off the values is taken off their mean.
    assertThat(advantages(objective, 2, 24))
        .containsExactly(
            new double[] {0.821513, 0.821513, 1.082783, 1.082783, 1.5, 1.5}, within(1e-6));
    List<JudgedRollout> shorter =
        HandTree.backedUp(4).ends().stream().map(end -> end.withTokens(5)).toList();
    // Now the mean is -0.5, and the values lose 0.5.
    assertThat(advantages(objective(plan(shaped, Optional.empty()), shorter, "text"), 2, 24))
        .containsExactly(new double[] {0.321513, 0.321513, 0.582783, 0.582783, 1, 1}, within(1e-6));
  }

  @Test
  void garbledWrongTrajectoryIsLeftOutOfTheLossAndStaysInTheMean() {
    BatchObjective objective =
        objective(
            plan(SIGNED, Optional.of(new DegenerateFilter())),
            HandTree.backedUp(4).ends(),
            "\uFFFD");
    // Three trajectories of six tokens are left; the right one is now the second.
    Trajectory right = HandTree.backedUp(4).trajectories().get(2);
    double[] coefficients = objective.coefficients(1, right.trace().logprobs());
    assertThat(coefficients[5] * 18).isCloseTo(1.5, within(1e-6));
  }
}
