package org.galton.reward.budget;

/**
 * Where the prompts' means are known worst: the least sum of their variances.
 *
 * <pre>  minimise  sum_i p_i (1-p_i) / N_i    so that N_i ~ sqrt(p_i (1-p_i)) between the bounds</pre>
 *
 * <p>Neyman's allocation in whole numbers, by exact greedy. Prompts with a rate of 0 or 1 have no
 * variance to lower: they keep the fewest, those never drawn get the uniform number, and what is
 * left when all others have the most is spread over unsolved, unknown and solved prompts.
 *
 * <p>The idea of VIP (arXiv:2602.01601) and others, with the observed variance.
 */
public record VarianceRule() implements AllocationRule {

  @Override
  public String name() {
    return "variance";
  }

  @Override
  public Allocation allocate(SuccessRates rates, RolloutBounds bounds, long budget) {
    Shares shares = new Shares(rates, bounds, budget);
    shares.raise(TaskClass.UNKNOWN, bounds.clamp((double) (budget / rates.size())));
    shares.addBest(Marginal.VARIANCE);
    shares.spreadRest();
    return shares.allocation();
  }
}
