package org.galton.reinforce.spec;

import java.util.List;
import org.galton.reinforce.signal.RewardPlan;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.TokenLoss;
import org.galton.reward.signal.HybridReward;

/**
 * What is rewarded, and how a reward moves the policy.
 *
 * @param aggregate how tokens of a batch are averaged
 */
public record ObjectivePlan(
    RewardPlan reward,
    Advantage advantage,
    TokenLoss loss,
    Aggregate aggregate,
    FilterPlan filters) {

  /** Sentences for whoever plans a training, such as that a setting has no effect. */
  public List<String> remarks() {
    return reward.reward() instanceof HybridReward && !advantage.keepsFactors()
        ? List.of(
            "Advantages of %s divide by the deviation of each prompt: the weights of prompts of a hybrid reward cancel, and a prompt whose answers are all wrong weighs as much as others; batch or mean_only keep them"
                .formatted(advantage.name()))
        : List.of();
  }
}
