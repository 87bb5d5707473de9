package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** The episodes of a step, as columns; empty where no task is an environment. */
public record StepEpisodes(
    OptionalDouble turnsMean, OptionalDouble toolCallsRight, OptionalDouble toolCallsWrong) {
  public static final StepEpisodes NONE =
      new StepEpisodes(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
