package org.galton.reward.budget;

import java.util.stream.IntStream;

/** The same for every prompt; what does not divide goes one each to those that stand first. */
public record UniformRule() implements AllocationRule {

  @Override
  public String name() {
    return "uniform";
  }

  @Override
  public Allocation allocate(SuccessRates rates, RolloutBounds bounds, long budget) {
    Shares shares = new Shares(rates, bounds, budget);
    shares.spread(IntStream.range(0, rates.size()).toArray(), shares.left());
    return shares.allocation();
  }
}
