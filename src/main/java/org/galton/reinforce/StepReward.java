package org.galton.reinforce;

import java.util.List;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.Reward;
import org.galton.spec.InvalidInput;

/**
 * The reward of a step.
 *
 * @param step from 1
 * @param reward with what it remembers of earlier steps
 */
record StepReward(int step, Reward reward) {
  /** Rewards are sums and products of few numbers. */
  private static final double ROUNDING = 1e-9;

  /**
   * One reward a scored rollout, by prompt; each prompt has a scored rollout.
   *
   * @throws InvalidInput when a score of the reward model, or a reward, is out of its range
   */
  double[][] of(List<DrawnGroup> groups) {
    if (reward instanceof HybridReward || reward instanceof ModelReward) {
      groups.forEach(
          group -> group.scored().forEach(rollout -> requireWithin(rollout, score(rollout))));
    }
    double[][] rewards = reward.of(groups.stream().map(JudgedGroup::judged).toList());
    for (int i = 0; i < rewards.length; i++) {
      List<DrawnRollout> scored = groups.get(i).scored();
      for (int j = 0; j < rewards[i].length; j++) {
        requireWithin(
            scored.get(j), new Found("reward", rewards[i][j], reward.lowest(), reward.highest()));
      }
    }
    return rewards;
  }

  private static Found score(DrawnRollout rollout) {
    return new Found("reward model's score", rollout.signals().score().orElse(Double.NaN), 0, 1);
  }

  private record Found(String what, double value, double low, double high) {
    boolean isWithin() {
      return value >= low - ROUNDING && value <= high + ROUNDING;
    }
  }

  private void requireWithin(DrawnRollout rollout, Found found) {
    if (!found.isWithin()) {
      throw new InvalidInput(
          "Cannot go on training at step %d: the %s of rollout %d of prompt %s of task %s is %s, expected %s to %s; the state after step %d is kept; correct what gives the reward"
              .formatted(
                  step,
                  found.what(),
                  rollout.row().rolloutIndex(),
                  rollout.row().promptId(),
                  rollout.row().task(),
                  found.value(),
                  found.low(),
                  found.high(),
                  step - 1));
    }
  }

  /** What later steps are rewarded by. */
  Reward after(List<JudgedGroup> groups) {
    return reward.after(
        groups.stream()
            .map(JudgedGroup::drawn)
            .filter(group -> !group.scored().isEmpty())
            .map(JudgedGroup::judged)
            .toList());
  }
}
