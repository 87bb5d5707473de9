package org.galton.reinforce.spec;

import org.galton.task.Split;

/**
 * When and on what a policy is measured.
 *
 * @param every steps; 0 for never. The start and the last step are measured as well
 * @param prompts of each task
 * @param rollouts of each prompt
 * @param split validation or test; no prompt of either is trained on
 */
public record EvaluationPlan(int every, int prompts, int rollouts, Split split) {
  public EvaluationPlan {
    if (split == Split.TRAIN) {
      throw new IllegalArgumentException(
          "Invalid split train: expected validation or test, which are not trained on");
    }
  }

  /** Whether the policy after this step is measured. */
  public boolean includes(int step, int steps) {
    return every > 0 && (step % every == 0 || step == steps);
  }
}
