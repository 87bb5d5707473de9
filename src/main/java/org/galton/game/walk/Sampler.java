package org.galton.game.walk;

/** Which state a step starts from. */
public enum Sampler {
  /** Any that the walk has found so far, drawn uniformly (as Song and others, arXiv 2512.10047). */
  POOL,
  /** Where the step before ended. */
  CHAIN
}
