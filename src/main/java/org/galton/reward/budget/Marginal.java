package org.galton.reward.budget;

/** What one rollout more adds; never rises with the number of rollouts. */
interface Marginal {

  /** Knapsack RL: (p^N (1-p) + (1-p)^N p) p (1-p)^2, which falls from N = 1 on. */
  Marginal VALUE =
      (rollouts, p) -> {
        double q = 1 - p;
        return (Math.pow(p, rollouts) * q + Math.pow(q, rollouts) * p) * (p * q * q);
      };

  /** By how much the variance p(1-p)/N of a prompt's mean falls. */
  Marginal VARIANCE = (rollouts, p) -> p * (1 - p) / ((double) rollouts * (rollouts + 1));

  /** From N to N + 1. */
  double gain(int rollouts, double p);
}
