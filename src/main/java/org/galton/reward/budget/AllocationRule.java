package org.galton.reward.budget;

/**
 * Divides a budget of rollouts among prompts. Deterministic; ties go to the prompt that stands
 * first.
 */
public sealed interface AllocationRule permits KnapsackRule, UniformRule, VarianceRule {

  /** As specs and options call it. */
  String name();

  /**
   * The rollouts of each prompt, within the bounds; together they are the budget, or all prompts
   * have the most.
   *
   * @param rates of the prompts, one or more
   * @param budget of rollouts, at least the fewest for every prompt
   * @throws IllegalArgumentException when there is no prompt or the budget is too small
   */
  Allocation allocate(SuccessRates rates, RolloutBounds bounds, long budget);
}
