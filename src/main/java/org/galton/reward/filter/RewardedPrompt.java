package org.galton.reward.filter;

import org.galton.reward.GroupState;
import org.galton.statistics.Tally;

/**
 * A prompt whose rollouts are judged and rewarded.
 *
 * @param state of its rewards
 * @param tally its verdicts
 */
public record RewardedPrompt(GroupState state, Tally tally) {

  /**
   * @param rewards of its rollouts
   * @param correct how many of them were judged right
   * @throws IllegalArgumentException when there is no rollout, a reward is not finite, or correct
   *     is not from 0 to their number
   */
  public static RewardedPrompt of(double[] rewards, int correct) {
    return new RewardedPrompt(GroupState.of(rewards), new Tally(rewards.length, correct));
  }
}
