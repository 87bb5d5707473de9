package org.galton.study.judges.row;

import java.util.OptionalDouble;
import org.galton.statistics.Interval;

/** A figure with its 95 % interval; empty where there is none. */
public record Ranged(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
  public static final Ranged NONE = of(OptionalDouble.empty());

  /** Without an interval. */
  public static Ranged of(OptionalDouble value) {
    return new Ranged(value, OptionalDouble.empty(), OptionalDouble.empty());
  }

  public static Ranged of(double value, Interval interval) {
    return new Ranged(
        OptionalDouble.of(value),
        OptionalDouble.of(interval.low()),
        OptionalDouble.of(interval.high()));
  }
}
