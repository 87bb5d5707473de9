package org.galton.reinforce;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.reward.signal.Answered;
import org.galton.reward.signal.JudgedRollout;

/**
 * A prompt of a step with what is learned of it.
 *
 * @param rewards of the scored rollouts, in their order
 * @param use whether it is learned from
 */
record JudgedGroup(DrawnGroup drawn, double[] rewards, PromptUse use) {
  boolean isKept() {
    return use == PromptUse.KEPT;
  }

  JudgedGroup with(PromptUse other) {
    return new JudgedGroup(drawn, rewards, other);
  }

  OptionalDouble rewardMean() {
    return Arrays.stream(rewards).average();
  }

  static List<JudgedRollout> judged(DrawnGroup group) {
    return group.scored().stream().map(JudgedGroup::judged).toList();
  }

  private static JudgedRollout judged(DrawnRollout rollout) {
    return new JudgedRollout(
        answered(rollout),
        rollout.signals().score(),
        rollout.tokens(),
        rollout.toolCalls(),
        rollout
            .episode()
            .map(episode -> OptionalDouble.of(episode.earned()))
            .orElse(OptionalDouble.empty()));
  }

  private static Answered answered(DrawnRollout rollout) {
    if (rollout.isCorrect()) {
      return Answered.RIGHT;
    }
    return rollout.isAbstained() ? Answered.ABSTAINED : Answered.WRONG;
  }
}
