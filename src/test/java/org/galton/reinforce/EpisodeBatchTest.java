package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.model.Request;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.episode.PlayedEpisode;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reinforce.signal.RolloutSignals;
import org.galton.reinforce.spec.FilterPlan;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.advantage.MeanOnlyAdvantage;
import org.galton.reward.advantage.ReturnAdvantage;
import org.galton.reward.advantage.ReturnNormalised;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.ReinforceLoss;
import org.galton.reward.signal.EpisodeReward;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.ToolReward;
import org.galton.table.RolloutRow;
import org.galton.table.ScoreRow;
import org.galton.task.Prompt;
import org.junit.jupiter.api.Test;

/** What a step learns from the turns of two episodes: one won in three turns, one lost in two. */
final class EpisodeBatchTest {
  private static final Prompt PROMPT = new Prompt("p", "t", "p", "prompt", "1", Map.of());
  private static final int[] TOKENS = {2, 3, 1, 2, 4};

  private static TokenTrace trace(int turn) {
    int tokens = TOKENS[turn];
    return new TokenTrace(
        new Request(turn, "ask", turn),
        new long[] {1, 2},
        new long[tokens],
        new float[tokens],
        new float[tokens]);
  }

  private static DrawnRollout episode(
      int index, boolean right, List<TokenTrace> traces, double... rewards) {
    RolloutRow row =
        new RolloutRow(
            "m", "t", "g", "p", index, "complete", "text", 3, 6, 0.0, 0.0, "cpu", 0.1, 1, null);
    Optional<ScoreRow> verdict =
        Optional.of(
            new ScoreRow(
                "m",
                "t",
                "g",
                "environment/1",
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
        traces,
        Optional.empty(),
        Optional.of(new PlayedEpisode(rewards, right ? 2 : 0, 0.9)));
  }

  /** Advantages of all turns: where the policy has not moved, coefficients over the weight. */
  private static double[] advantages(Reward reward, Advantage advantage) {
    ObjectivePlan plan =
        new ObjectivePlan(
            RewardPlan.of(reward),
            advantage,
            new ReinforceLoss(),
            Aggregate.TOKEN,
            new FilterPlan(List.of(), List.of(), Optional.empty(), Optional.empty()));
    DrawnGroup group =
        new DrawnGroup(
            new AskedPrompt(0, PROMPT, 0, 2),
            "g",
            List.of(
                episode(0, true, List.of(trace(0), trace(1), trace(2)), 0, 0, 1),
                episode(1, false, List.of(trace(3), trace(4)), 0, -.1)));
    JudgedGroup judged =
        new GroupSelection(plan, new StepReward(1, reward)).of(List.of(group)).get(0);
    StepBatch batch = StepBatch.of(plan, List.of(judged), traces -> Optional.empty()).orElseThrow();
    assertThat(batch.traces())
        .extracting(one -> one.request().id())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
    double[] found = new double[5];
    for (int turn = 0; turn < 5; turn++) {
      double[] coefficients = batch.objective().coefficients(turn, new float[TOKENS[turn]]);
      assertThat(coefficients).hasSize(TOKENS[turn]);
      assertThat(Arrays.stream(coefficients).distinct().count()).isEqualTo(1);
      found[turn] = coefficients[0] * Arrays.stream(TOKENS).sum();
    }
    return found;
  }

  @Test
  void turnsLearnFromTheirReturns() {
    assertThat(advantages(new EpisodeReward(), ReturnAdvantage.plain()))
        .containsExactly(new double[] {.81, .9, 1, -.09, -.1}, within(1e-12));
  }

  @Test
  void normalisedReturnsAreComparedOverAllTurns() {
    double[] returns = {.81, .9, 1, -.09, -.1};
    double mean = Arrays.stream(returns).average().orElseThrow();
    double spread =
        Math.sqrt(
            Arrays.stream(returns)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    assertThat(advantages(new EpisodeReward(), new ReturnNormalised()))
        .containsExactly(
            Arrays.stream(returns).map(value -> (value - mean) / spread).toArray(), within(1e-12));
  }

  @Test
  void rewardOfTheVerdictIsEarnedByTheLastTurn() {
    assertThat(advantages(OutcomeReward.signedVerdict(), ReturnAdvantage.plain()))
        .containsExactly(new double[] {.81, .9, 1, -.9, -1}, within(1e-12));
  }

  @Test
  void comparedByPromptAnEpisodeHasOneAdvantage() {
    assertThat(advantages(new EpisodeReward(), new MeanOnlyAdvantage()))
        .containsExactly(new double[] {.45, .45, .45, -.45, -.45}, within(1e-12));
    assertThat(advantages(ToolReward.withDefaults(), new MeanOnlyAdvantage()))
        .as("1.2 with two calls and -1 without")
        .containsExactly(new double[] {1.1, 1.1, 1.1, -1.1, -1.1}, within(1e-12));
  }
}
