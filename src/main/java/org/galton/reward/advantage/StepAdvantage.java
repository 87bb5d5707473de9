package org.galton.reward.advantage;

/**
 * An advantage that a prompt's own rewards say: it can be given to the single steps of a tree of
 * solutions as well, by the values that a search has left on them.
 *
 * <p>Tree-GRPO of DeepSearch (arXiv:2509.25454) takes {@link MeanOnlyAdvantage}: the value of a
 * step less the mean reward of all ends of its tree. {@link GroupStdAdvantage} divides by the
 * standard deviation of the ends' rewards.
 */
public sealed interface StepAdvantage extends Advantage
    permits GroupStdAdvantage, MeanOnlyAdvantage {

  /**
   * One advantage a step; all 0 where the ends have one reward, since then none was better.
   *
   * @param values of steps, finite, at least one
   * @param ends rewards of all trajectories of the tree that have ended, at least one
   * @throws IllegalArgumentException when there is none, or a number is not finite
   */
  double[] ofSteps(double[] values, double[] ends);
}
