package org.galton.reward.advantage;

import java.io.Serializable;
import java.util.List;

/**
 * How much better each rollout was than the others of its prompt; or, by {@link TurnAdvantage}, how
 * good each turn of an episode was.
 *
 * <p>In every form of {@link #all} the advantages of a prompt sum to 0 up to rounding. A prompt
 * whose rewards are all equal, or that has one rollout, gets exactly 0 ({@link
 * org.galton.reward.GroupState} tells which). Cost: one sort a prompt.
 */
public sealed interface Advantage extends Serializable
    permits StepAdvantage, BatchAdvantage, BatchCenteredAdvantage, TurnAdvantage {

  /** As specs and options call it. */
  String name();

  /**
   * One advantage a rollout, in the order of the rewards.
   *
   * @param rewardsByPrompt of one batch: a row a prompt, one finite reward or more in each; rows
   *     may differ in length
   * @throws IllegalArgumentException when a row is empty or a reward is not finite
   */
  double[][] of(double[][] rewardsByPrompt);

  /**
   * Whether a factor on all rewards of one prompt shows in its advantages. Where it does not,
   * weights of prompts, such as those of {@link org.galton.reward.signal.HybridReward}, have no
   * effect.
   */
  boolean keepsFactors();

  /** Every form that compares rollouts of a prompt, with its defaults. */
  static List<Advantage> all() {
    return List.of(
        GroupStdAdvantage.withDefaults(),
        new MeanOnlyAdvantage(),
        new BatchAdvantage(),
        new BatchCenteredAdvantage());
  }
}
