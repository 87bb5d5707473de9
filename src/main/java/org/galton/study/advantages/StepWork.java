package org.galton.study.advantages;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.galton.reward.filter.OverlongFilter;
import org.galton.reward.filter.RewardedPrompt;

/**
 * Rewards a batch, compares its rollouts and weighs their tokens. One task has a whole batch.
 *
 * @param runId of the rows
 */
record StepWork(String runId, StepRewards rewards, LossSettings settings) implements Serializable {

  /**
   * @throws org.galton.spec.InvalidInput when a rollout lacks what is asked for
   */
  LearnedStep learn(String step, Iterable<GivenRollout> rollouts) {
    List<StepPrompt> prompts = StepPrompt.of(step, rollouts);
    rewards.check(prompts);
    double[][] rewarded = rewards.of(step, prompts);
    List<FilterName> dropped = new ArrayList<>();
    for (int i = 0; i < rewarded.length; i++) {
      dropped.add(dropping(rewarded[i], prompts.get(i)));
    }
    double[][] advantages = advantages(rewarded, dropped);
    double[][] weights = weights(prompts, dropped);
    List<LearnedRollout> learned = new ArrayList<>();
    for (int i = 0; i < rewarded.length; i++) {
      StepPrompt prompt = prompts.get(i);
      for (int j = 0; j < rewarded[i].length; j++) {
        learned.add(
            learned(
                prompt.rollouts().get(j),
                rewarded[i][j],
                advantages[i][j],
                leavingOut(prompt.rollouts().get(j), dropped.get(i)),
                weights[i][j]));
      }
    }
    return new LearnedStep(
        new StepSummary(prompts, rewarded, dropped, learned)
            .row(runId, step, rewards.usualSpread(step, prompts)),
        learned);
  }

  /** The filter that drops a prompt; null where none does. */
  private FilterName dropping(double[] rewarded, StepPrompt prompt) {
    RewardedPrompt found = RewardedPrompt.of(rewarded, prompt.tally().correct());
    return settings.filters().stream()
        .filter(name -> name.ofPrompts().filter(filter -> !filter.keeps(found)).isPresent())
        .findFirst()
        .orElse(null);
  }

  /** Compared among the prompts that are kept; 0 in others. */
  private double[][] advantages(double[][] rewarded, List<FilterName> dropped) {
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < rewarded.length; i++) {
      if (dropped.get(i) == null) {
        kept.add(rewarded[i]);
      }
    }
    double[][] compared = settings.advantage().of(kept.toArray(double[][]::new));
    double[][] advantages = new double[rewarded.length][];
    int next = 0;
    for (int i = 0; i < rewarded.length; i++) {
      advantages[i] = dropped.get(i) == null ? compared[next++] : new double[rewarded[i].length];
    }
    return advantages;
  }

  private double[][] weights(List<StepPrompt> prompts, List<FilterName> dropped) {
    int[][] tokens = new int[prompts.size()][];
    for (int i = 0; i < tokens.length; i++) {
      int[] all = prompts.get(i).tokens();
      tokens[i] = dropped.get(i) == null ? learned(all, prompts.get(i)) : new int[all.length];
    }
    return settings.aggregate().weights(tokens);
  }

  private int[] learned(int[] tokens, StepPrompt prompt) {
    return settings.filters().contains(FilterName.OVERLONG)
        ? new OverlongFilter().learned(tokens, prompt.truncated())
        : tokens;
  }

  /** The filter that leaves a rollout out; null where none does. */
  private FilterName leavingOut(GivenRollout rollout, FilterName droppedPrompt) {
    boolean isOverlong =
        rollout.truncated() == GivenRollout.Truncated.YES
            && settings.filters().contains(FilterName.OVERLONG);
    return droppedPrompt == null && isOverlong ? FilterName.OVERLONG : droppedPrompt;
  }

  private LearnedRollout learned(
      GivenRollout rollout, double reward, double advantage, FilterName leftOut, double weight) {
    Integer tokens = rollout.learnedTokens();
    LearnedTokens learned = null;
    if (rollout.logs() != null) {
      learned =
          leftOut == null
              ? LearnedTokens.of(rollout.logs(), advantage, weight, settings)
              : LearnedTokens.NONE;
    }
    return new LearnedRollout(
        rollout.prompt(),
        rollout.sample(),
        reward,
        advantage,
        leftOut,
        tokens == null || leftOut == null ? tokens : Integer.valueOf(0),
        weight,
        learned);
  }
}
