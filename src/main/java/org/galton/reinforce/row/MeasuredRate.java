package org.galton.reinforce.row;

import java.util.OptionalDouble;
import org.galton.statistics.Estimate;

/** A mean over prompts with its 95 % interval, as columns. */
public record MeasuredRate(
    OptionalDouble value, OptionalDouble standardError, OptionalDouble low, OptionalDouble high) {

  public static MeasuredRate of(Estimate estimate) {
    return new MeasuredRate(
        estimate.value(), estimate.standardError(), estimate.low(), estimate.high());
  }
}
