package org.galton.reward.signal;

import org.galton.numerics.Expect;

/** The score of a reward model, from 0 to 1, as it is; verdicts play no part. */
public record ModelReward() implements RolloutReward {

  @Override
  public String name() {
    return "model";
  }

  @Override
  public double lowest() {
    return 0;
  }

  @Override
  public double highest() {
    return 1;
  }

  @Override
  public double of(JudgedRollout rollout) {
    return rollout
        .score()
        .orElseThrow(
            () -> Expect.refused("rollout", rollout, "a score of a reward model, which it lacks"));
  }
}
