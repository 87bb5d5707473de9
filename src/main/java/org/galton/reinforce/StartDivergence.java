package org.galton.reinforce;

import java.util.List;

/**
 * The penalty of moving away from the start, token by token. With d = ln p(start) - ln p(learner) of
 * a drawn token:
 *
 * <pre>
 *  estimate = exp(d) - d - 1        coefficient of ln p(learner) = weight (exp(d) - 1)
 * </pre>
 *
 * <p>The estimate is never negative, and its mean over tokens that the learner draws is the
 * Kullback-Leibler divergence of the learner from the start (Schulman, Approximating KL Divergence,
 * 2020).
 *
 * @param start log-probabilities of each rollout's tokens under the start; none where the weight is
 *     0
 */
record StartDivergence(double weight, List<float[]> start) {
  static final StartDivergence NONE = new StartDivergence(0, List.of());

  double estimate(int rollout, int token, double learner) {
    if (weight == 0) {
      return 0;
    }
    double d = start.get(rollout)[token] - learner;
    return Math.exp(d) - d - 1;
  }

  double coefficient(int rollout, int token, double learner) {
    return weight == 0 ? 0 : weight * Math.expm1(start.get(rollout)[token] - learner);
  }
}
