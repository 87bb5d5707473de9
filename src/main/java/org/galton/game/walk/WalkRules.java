package org.galton.game.walk;

import java.io.Serializable;

/**
 * Rules of a walk, whatever its states are.
 *
 * @param steps of a walk, 1 to 2,000
 */
public record WalkRules(Sampler sampler, Votes votes, int steps) implements Serializable {
  public static final int MOST_STEPS = 2_000;

  public WalkRules {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new IllegalArgumentException(
          "Invalid steps %d: expected a number from 1 to %d".formatted(steps, MOST_STEPS));
    }
  }

  /** 200 steps from the pool, without votes. */
  public static WalkRules defaults() {
    return new WalkRules(Sampler.POOL, Votes.NONE, 200);
  }

  public WalkRules withSampler(Sampler other) {
    return new WalkRules(other, votes, steps);
  }

  public WalkRules withVotes(Votes other) {
    return new WalkRules(sampler, other, steps);
  }

  public WalkRules withSteps(int other) {
    return new WalkRules(sampler, votes, other);
  }
}
