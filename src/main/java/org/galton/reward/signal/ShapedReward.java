package org.galton.reward.signal;

/**
 * The sum of a reward and the penalty of long completions.
 *
 * @param reward of the answer: an {@link OutcomeReward} or a {@link ToolReward}
 * @param penalty of the length
 */
public record ShapedReward(RolloutReward reward, OverlongPenalty penalty) implements RolloutReward {

  @Override
  public String name() {
    return reward.name() + "+overlong";
  }

  @Override
  public double lowest() {
    return reward.lowest() - penalty.factor();
  }

  @Override
  public double highest() {
    return reward.highest();
  }

  @Override
  public double of(JudgedRollout rollout) {
    return reward.of(rollout) + penalty.of(rollout.tokens());
  }
}
