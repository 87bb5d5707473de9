package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reinforce.spec.ReinforceSpec;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.Reward;
import org.galton.spec.InvalidInput;
import org.galton.spec.SpecSource;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;

final class StepRewardTest {
  private static final ObjectivePlan PLAN =
      ReinforceSpec.read(
              new SpecSource(
                  "x.yaml",
                  """
                  {training: t, seed: 1, output: o, start: s, tasks: [{name: countdown}],
                   sampling: {max_tokens: 64}, steps: 1,
                   reward: {kind: hybrid, model: {kind: noisy, error: 0.2}}}
                  """,
                  List.of()),
              path -> {
                throw new IOException("no file is named");
              })
          .objective();

  private static DrawnGroup group(int prompt, List<DrawnRollout> rollouts) {
    Prompt asked = new Prompt("p" + prompt, "t", "p" + prompt, "text", "1", Map.of());
    return new DrawnGroup(new AskedPrompt(0, asked, 0, rollouts.size()), "g", rollouts);
  }

  private static DrawnRollout rollout(int prompt, int index, boolean right, Double score) {
    RolloutRow row =
        new RolloutRow(
            "m",
            "t",
            "g",
            "p" + prompt,
            index,
            "complete",
            "x",
            3,
            4,
            0.0,
            0.0,
            "cpu",
            0.1,
            1,
            null);
    Optional<ScoreRow> verdict = Optional.of(score(row, "judge/1", "scored", right, right ? 1 : 0));
    return new DrawnRollout(
        row,
        new RolloutSignals(
            verdict,
            verdict,
            Optional.of(
                score(row, "model/1", score == null ? "unscored" : "scored", right, score))),
        Optional.empty());
  }

  private static ScoreRow score(
      RolloutRow row, String scorer, String status, boolean right, Number reward) {
    return new ScoreRow(
        "m",
        "t",
        "g",
        scorer,
        row.promptId(),
        row.rolloutIndex(),
        status,
        "1",
        right,
        false,
        reward == null ? null : reward.doubleValue(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static List<DrawnGroup> batch(Random random) {
    List<DrawnGroup> groups = new ArrayList<>();
    for (int prompt = 0; prompt < 16; prompt++) {
      double rate = random.nextDouble();
      List<DrawnRollout> rollouts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        rollouts.add(rollout(prompt, i, random.nextDouble() < rate, random.nextDouble()));
      }
      groups.add(group(prompt, rollouts));
    }
    return groups;
  }

  @Test
  void hybridRewardNeverRanksAWrongRolloutAboveARightOne() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Reward reward = HybridReward.withDefaults();
    int compared = 0;
    for (int step = 1; step <= 20; step++) {
      StepReward ofStep = new StepReward(step, reward);
      List<JudgedGroup> judged = new GroupSelection(PLAN, ofStep).of(batch(random));
      for (JudgedGroup group : judged) {
        List<DrawnRollout> scored = group.drawn().scored();
        for (int i = 0; i < scored.size(); i++) {
          for (int j = 0; j < scored.size(); j++) {
            if (scored.get(i).isCorrect() && !scored.get(j).isCorrect()) {
              compared++;
              assertThat(group.rewards()[i]).as("seed %d", seed).isGreaterThan(group.rewards()[j]);
            }
          }
        }
      }
      reward = ofStep.after(judged);
    }
    assertThat(compared).isGreaterThan(1000);
  }

  @Test
  void hybridRewardRemembersTheSpreadOfTheStepsBefore() {
    List<DrawnGroup> first =
        List.of(group(0, List.of(rollout(0, 0, true, 0.0), rollout(0, 1, false, 1.0))));
    List<DrawnGroup> second =
        List.of(group(1, List.of(rollout(1, 0, true, 0.4), rollout(1, 1, false, 0.6))));
    StepReward one = new StepReward(1, HybridReward.withDefaults());
    HybridReward after = (HybridReward) one.after(new GroupSelection(PLAN, one).of(first));
    assertThat(after.usualSpread().orElseThrow()).isCloseTo(0.5, within(1e-12));
    StepReward two = new StepReward(2, after);
    HybridReward later = (HybridReward) two.after(new GroupSelection(PLAN, two).of(second));
    assertThat(later.usualSpread().orElseThrow()).isCloseTo(0.46, within(1e-12));
    // The weight of a spread of 0.1 where 0.46 is usual; the lowest place of right answers.
    double weight = 0.4 + 2.6 / (1 + Math.exp(6 * 0.36));
    assertThat(two.of(second)[0][0]).isCloseTo(0.95 * weight, within(1e-12));
  }

  @Test
  void promptWithoutRightAnswersIsLearnedFromUnderAHybridReward() {
    List<DrawnGroup> wrong =
        List.of(group(0, List.of(rollout(0, 0, false, 0.1), rollout(0, 1, false, 0.9))));
    assertThat(new GroupSelection(PLAN, new StepReward(1, HybridReward.withDefaults())).of(wrong))
        .extracting(JudgedGroup::use)
        .containsExactly(PromptUse.KEPT);
    assertThat(new GroupSelection(PLAN, new StepReward(1, OutcomeReward.verdict())).of(wrong))
        .extracting(JudgedGroup::use)
        .containsExactly(PromptUse.ALL_WRONG);
  }

  @Test
  void rolloutWithoutAScoreIsLeftOut() {
    List<DrawnGroup> groups =
        List.of(
            group(
                0,
                List.of(
                    rollout(0, 0, true, 0.9),
                    rollout(0, 1, true, null),
                    rollout(0, 2, false, 0.2))),
            group(1, List.of(rollout(1, 0, true, null))));
    List<JudgedGroup> judged =
        new GroupSelection(PLAN, new StepReward(1, new ModelReward())).of(groups);
    assertThat(judged.get(0).rewards()).containsExactly(0.9, 0.2);
    assertThat(judged.get(1).use()).isEqualTo(PromptUse.UNSCORED);
  }

  @Test
  void scoreOutOfItsRangeEndsTheTraining() {
    for (double score : new double[] {7, -0.5, Double.NaN}) {
      List<DrawnGroup> groups =
          List.of(group(3, List.of(rollout(3, 0, true, 0.5), rollout(3, 1, true, score))));
      for (Reward reward : List.of(HybridReward.withDefaults(), new ModelReward())) {
        assertThatThrownBy(() -> new StepReward(5, reward).of(groups))
            .isInstanceOf(InvalidInput.class)
            .hasMessage(
                "Cannot go on training at step 5: the reward model's score of rollout 1 of prompt"
                    + " p3 of task t is %s, expected 0.0 to 1.0; the state after step 4 is kept;"
                    + " correct what gives the reward",
                score);
      }
    }
  }
}
