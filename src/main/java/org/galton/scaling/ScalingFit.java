package org.galton.scaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What came of fitting a curve to a series: the curve, or why there is none to be read. */
public sealed interface ScalingFit {

  /** What was fitted. */
  PreparedPoints points();

  /** Where R0 came from; never {@link StartingReward.Automatic} once there are points. */
  StartingReward startingReward();

  FitStatus status();

  /**
   * A curve that may be read, within its interval.
   *
   * @param start R0 where it was given; empty where it was fitted
   * @param asymptote interval of A; empty for a method that has none
   * @param warnings what to keep in mind
   */
  record Accepted(
      PreparedPoints points,
      StartingReward startingReward,
      OptionalDouble start,
      SigmoidCurve curve,
      FitErrors errors,
      Optional<RewardInterval> asymptote,
      Set<FitWarning> warnings)
      implements ScalingFit {
    public Accepted {
      warnings = Set.copyOf(warnings);
    }

    @Override
    public FitStatus status() {
      return FitStatus.OK;
    }
  }

  /**
   * No curve: the best one would mislead.
   *
   * @param reason with the numbers, to follow the status
   * @param errors of the best curve, where there was one
   * @param asymptote what the points do exclude, where a curve was fitted
   */
  record Refused(
      PreparedPoints points,
      StartingReward startingReward,
      FitStatus status,
      String reason,
      Optional<FitErrors> errors,
      Optional<RewardInterval> asymptote)
      implements ScalingFit {}

  /** Whether a curve was fitted, to be read or not. */
  default boolean hasCurve() {
    return this instanceof Accepted || (this instanceof Refused r && r.errors().isPresent());
  }

  /** The points fitted, in ascending order of compute. */
  default List<CurvePoint> fitted() {
    return points().points();
  }
}
