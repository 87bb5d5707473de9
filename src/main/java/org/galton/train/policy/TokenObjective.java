package org.galton.train.policy;

/** What a step maximises, by its derivative: losses keep their values for themselves. */
@FunctionalInterface
public interface TokenObjective {
  /**
   * The derivative of the objective by the log-probability of each token drawn, weights of the
   * batch included.
   *
   * @param rollout its number in the batch; each is asked for once
   * @param logprobs natural-log probabilities under the policy that learns, tempered as the rollout
   *     was drawn
   */
  double[] coefficients(int rollout, float[] logprobs);
}
