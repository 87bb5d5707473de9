package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** The episodes of an environment, as columns; empty for other tasks. */
public record MeasuredEpisodes(
    OptionalDouble turnsMean, OptionalDouble turnsRightMean, OptionalDouble toolCallsMean) {
  public static final MeasuredEpisodes NONE =
      new MeasuredEpisodes(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
