package org.galton.reward;

import org.galton.numerics.Expect;

/** What the rewards of one prompt's rollouts can teach. Rewards are compared exactly. */
public enum GroupState {
  /** One rollout: nothing to compare it with. */
  SINGLE,

  /** Two rollouts or more, all of one reward: no advantage, no gradient. */
  EQUAL,

  /** At least two different rewards: some rollouts were better than others. */
  MIXED;

  /** Beyond it the squares of rewards could overflow. */
  private static final double LARGEST = 1e100;

  /**
   * The state of a group of any scale of rewards: 0/1, -1/+1 or real numbers.
   *
   * @param rewards one or more numbers, in any order
   * @throws IllegalArgumentException when there is none, or one is not finite or beyond 1e100
   */
  public static GroupState of(double[] rewards) {
    Expect.that(rewards.length > 0, "number of rollouts of a prompt", 0, "1 or more");
    for (double reward : rewards) {
      if (!(Math.abs(reward) <= LARGEST)) {
        throw Expect.refused("reward", reward, "a number from -1e100 to 1e100");
      }
    }
    for (double reward : rewards) {
      if (reward != rewards[0]) {
        return MIXED;
      }
    }
    return rewards.length == 1 ? SINGLE : EQUAL;
  }

  /** Whether the group has a gradient: its rewards differ. */
  public boolean teaches() {
    return this == MIXED;
  }
}
