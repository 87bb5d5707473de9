package org.galton.statistics.coverage;

import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;

/** Whether one interval of one replicate held the truth, and how wide it was. */
record Held(boolean truth, double width) {
  static Held of(Interval interval, double truth) {
    return new Held(interval.contains(truth), interval.high() - interval.low());
  }

  static Held of(Estimate estimate, double truth) {
    return of(new Interval(estimate.low().orElseThrow(), estimate.high().orElseThrow()), truth);
  }
}
