package org.galton.reward.signal;

import java.util.List;

/** Makes rewards of judged rollouts. Immutable: {@link #after} is the reward of the next batch. */
public sealed interface Reward permits RolloutReward, HybridReward {

  /** As specs and options call it. */
  String name();

  /**
   * One reward a rollout, by prompt, in the order of the rollouts.
   *
   * @param batch the rollouts of each prompt of a batch
   * @throws IllegalArgumentException when a rollout lacks what the reward looks at
   */
  double[][] of(List<List<JudgedRollout>> batch);

  /** No reward lies below. */
  double lowest();

  /** No reward lies above. */
  double highest();

  /**
   * The reward of later batches, where it remembers something of this one; keep it with the state
   * of a training that is to be resumed.
   */
  Reward after(List<List<JudgedRollout>> batch);
}
