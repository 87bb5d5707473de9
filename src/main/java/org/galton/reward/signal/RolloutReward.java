package org.galton.reward.signal;

import java.util.List;

/** A reward that looks at one rollout at a time. */
public sealed interface RolloutReward extends Reward
    permits OutcomeReward, ModelReward, ToolReward, EpisodeReward, ShapedReward {

  double of(JudgedRollout rollout);

  @Override
  default double[][] of(List<List<JudgedRollout>> batch) {
    return batch.stream()
        .map(prompt -> prompt.stream().mapToDouble(this::of).toArray())
        .toArray(double[][]::new);
  }

  @Override
  default Reward after(List<List<JudgedRollout>> batch) {
    return this;
  }
}
