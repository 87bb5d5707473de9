package org.galton.reinforce.signal;

import java.util.Optional;
import org.galton.reward.signal.HybridReward;
import org.galton.reward.signal.ModelReward;
import org.galton.reward.signal.Reward;

/**
 * What rollouts are rewarded for.
 *
 * @param reward of a first batch
 * @param verifier whose verdicts the training goes by; evaluations go by those of the task
 * @param model gives scores; present exactly where the reward looks at them
 */
public record RewardPlan(Reward reward, VerdictSource verifier, Optional<RewardModel> model) {

  public RewardPlan {
    boolean scored = reward instanceof HybridReward || reward instanceof ModelReward;
    if (scored != model.isPresent()) {
      throw new IllegalArgumentException(
          "Invalid reward %s %s a reward model: expected one for hybrid and model only"
              .formatted(reward.name(), scored ? "without" : "with"));
    }
  }

  /** The folder that a reward model is learned from, where one is. */
  public Optional<String> learnedFrom() {
    return model
        .filter(RewardModel.Learned.class::isInstance)
        .map(learned -> ((RewardModel.Learned) learned).from());
  }

  /** Of verdicts of the tasks' own. */
  public static RewardPlan of(Reward reward) {
    return new RewardPlan(reward, new VerdictSource.OfTask(), Optional.empty());
  }
}
