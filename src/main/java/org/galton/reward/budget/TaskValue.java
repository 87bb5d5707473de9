package org.galton.reward.budget;

import org.galton.numerics.Expect;

/**
 * What a prompt is worth to a step, by Knapsack RL.
 *
 * <pre>
 *  gain(p) = p (1-p)^2                          first-order gain of one step; 4/27 at 1/3
 *  value(N, p) = (1 - p^N - (1-p)^N) gain(p)    times the chance that N rollouts differ
 * </pre>
 *
 * <p>A heuristic: it takes both factors for independent, and p for known.
 *
 * <p>Li et al., Knapsack RL: Unlocking Exploration of LLMs via Optimizing Budget Allocation, 2025,
 * arXiv:2509.25849.
 */
public final class TaskValue {

  private TaskValue() {}

  /** p (1-p)^2. */
  public static double gain(double p) {
    Expect.share(p, "success rate");
    return p * (1 - p) * (1 - p);
  }

  /**
   * 0 at p = 0 and 1, and for N below 2.
   *
   * @param rollouts N, 0 or more
   * @param p 0 to 1
   */
  public static double of(long rollouts, double p) {
    return GroupSignal.chance(rollouts, p) * gain(p);
  }
}
