package org.galton.reward.signal;

import java.util.List;

/** Makes rewards of judged rollouts. */
public sealed interface Reward permits RolloutReward {

  /** As specs and options call it. */
  String name();

  /**
   * One reward a rollout, by prompt, in the order of the rollouts.
   *
   * @param batch the rollouts of each prompt of a batch
   * @throws IllegalArgumentException when a rollout lacks what the reward looks at
   */
  double[][] of(List<List<JudgedRollout>> batch);
}
