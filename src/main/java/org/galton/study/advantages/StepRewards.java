package org.galton.study.advantages;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.JudgedRollout;
import org.galton.spec.InvalidInput;

/**
 * The rewards of a batch.
 *
 * @param settings where they come from
 * @param spreads of hybrid rewards: sigma_bar before each step; none of the first, and of others
 */
record StepRewards(RewardSettings settings, Map<String, Double> spreads) implements Serializable {

  /** By prompt and rollout. */
  double[][] of(String step, List<StepPrompt> prompts) {
    return switch (settings.name()) {
      case GIVEN -> given(prompts);
      case HYBRID -> before(step).of(judged(prompts));
      case VERDICT, VERDICT_SIGNED, TERNARY, TOOLS -> settings.reward().of(judged(prompts));
    };
  }

  /** sigma_bar after the batch; of hybrid rewards alone. */
  OptionalDouble usualSpread(String step, List<StepPrompt> prompts) {
    return settings.name() == RewardName.HYBRID
        ? before(step).after(judged(prompts)).usualSpread()
        : OptionalDouble.empty();
  }

  private HybridReward before(String step) {
    Double spread = spreads.get(step);
    return spread == null ? settings.hybrid() : settings.hybrid().withUsualSpread(spread);
  }

  private double[][] given(List<StepPrompt> prompts) {
    return prompts.stream()
        .map(
            prompt -> prompt.rollouts().stream().mapToDouble(one -> inRange(prompt, one)).toArray())
        .toArray(double[][]::new);
  }

  private double inRange(StepPrompt prompt, GivenRollout rollout) {
    double reward = rollout.reward();
    double[] range = settings.range();
    if (range != null && !(reward >= range[0] && reward <= range[1])) {
      throw wrong(
          prompt,
          rollout,
          "column 'reward' is " + reward,
          range[0] + " to " + range[1] + ", as --range says");
    }
    return reward;
  }

  static List<List<JudgedRollout>> judged(List<StepPrompt> prompts) {
    return prompts.stream().map(StepPrompt::judged).toList();
  }

  /**
   * @throws InvalidInput when a rollout lacks what the reward looks at
   */
  void check(List<StepPrompt> prompts) {
    for (StepPrompt prompt : prompts) {
      for (GivenRollout rollout : prompt.rollouts()) {
        for (String column : settings.columns()) {
          if (!has(rollout, column)) {
            throw wrong(
                prompt,
                rollout,
                "column '%s' is empty".formatted(column),
                "a value for --reward " + settings.name());
          }
        }
      }
    }
  }

  private static boolean has(GivenRollout rollout, String column) {
    return switch (column) {
      case "reward" -> rollout.reward() != null;
      case "correct" -> rollout.answered() != null;
      case "rm_score" -> rollout.score() != null;
      case "tokens" -> rollout.tokens() != null;
      case "tool_calls" -> rollout.toolCalls() != null;
      default -> throw new IllegalStateException("no reward looks at " + column);
    };
  }

  private static InvalidInput wrong(
      StepPrompt prompt, GivenRollout rollout, String found, String expected) {
    return new InvalidInput(
        "Cannot reward prompt '%s', sample %d: %s; expected %s"
            .formatted(prompt.name(), rollout.sample(), found, expected));
  }
}
