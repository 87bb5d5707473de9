package org.galton.reinforce;

/** What the time of a training goes into. */
public enum Phase {
  DRAWING,
  JUDGING,
  LEARNING,
  /** Where executors draw or learn, the time beyond that of the busiest one. */
  SPARK,
  STORING,
  EVALUATING,
  /** Reading the start, choosing prompts, and the like. */
  ALL_ELSE
}
