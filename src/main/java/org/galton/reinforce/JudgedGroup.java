package org.galton.reinforce;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.model.llama.decoding.TokenTrace;
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

  List<TokenTrace> traces() {
    return drawn.scored().stream().map(rollout -> rollout.trace().orElseThrow()).toList();
  }

  static List<JudgedRollout> judged(DrawnGroup group) {
    return group.scored().stream().map(JudgedGroup::judged).toList();
  }

  private static JudgedRollout judged(DrawnRollout rollout) {
    return new JudgedRollout(answered(rollout), rollout.signals().score(), rollout.tokens(), 0);
  }

  private static Answered answered(DrawnRollout rollout) {
    if (rollout.isCorrect()) {
      return Answered.RIGHT;
    }
    return rollout.isAbstained() ? Answered.ABSTAINED : Answered.WRONG;
  }
}
