package org.galton.reward.signal;

/**
 * What the environment gave: the sum of the rewards of an episode's turns, each times a discount to
 * the number of turns before it. Verdicts play no part.
 */
public record EpisodeReward() implements RolloutReward {

  @Override
  public String name() {
    return "episode";
  }

  /** Environments take less than this for whatever an agent does. */
  @Override
  public double lowest() {
    return -1;
  }

  @Override
  public double highest() {
    return 1;
  }

  @Override
  public double of(JudgedRollout rollout) {
    return rollout
        .earned()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Invalid rollout for reward episode: expected an episode of an environment"));
  }
}
