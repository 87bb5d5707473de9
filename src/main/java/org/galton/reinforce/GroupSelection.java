package org.galton.reinforce;

import java.util.ArrayList;
import java.util.List;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.reward.filter.RewardedPrompt;

/**
 * Rewards the rollouts of a step's prompts and says which prompts are learned from.
 *
 * @param reward of this step
 */
record GroupSelection(ObjectivePlan plan, StepReward reward) {

  List<JudgedGroup> of(List<DrawnGroup> groups) {
    List<DrawnGroup> scored = groups.stream().filter(one -> !one.scored().isEmpty()).toList();
    double[][] rewards = reward.of(scored);
    List<JudgedGroup> judged = new ArrayList<>();
    int at = 0;
    for (DrawnGroup group : groups) {
      judged.add(
          group.scored().isEmpty()
              ? new JudgedGroup(group, new double[0], PromptUse.UNSCORED)
              : judged(group, rewards[at++]));
    }
    return judged;
  }

  private JudgedGroup judged(DrawnGroup group, double[] rewards) {
    if (group.search().filter(how -> how.source() == SearchedGroup.Source.PROBE).isPresent()) {
      return new JudgedGroup(group, rewards, PromptUse.TOO_EASY);
    }
    RewardedPrompt prompt = RewardedPrompt.of(rewards, group.correct());
    boolean kept = plan.filters().groups().stream().allMatch(filter -> filter.keeps(prompt));
    return new JudgedGroup(group, rewards, kept ? PromptUse.KEPT : reason(prompt));
  }

  private static PromptUse reason(RewardedPrompt prompt) {
    if (prompt.tally().rollouts() == 1) {
      return PromptUse.SINGLE;
    }
    if (prompt.tally().wrong() == 0) {
      return PromptUse.ALL_CORRECT;
    }
    return prompt.tally().correct() == 0 ? PromptUse.ALL_WRONG : PromptUse.EQUAL_REWARDS;
  }
}
