package org.galton.statistics.rate;

import java.util.Optional;
import org.galton.numerics.Expect;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;

/**
 * Share of rollouts that ended at the length limit or were interrupted. They count as wrong, so a
 * high share makes every other figure a statement about the limit.
 *
 * @param rate truncated over all rollouts
 * @param interval Wilson's 95 % interval
 * @param alarm by the rate
 */
public record Truncation(double rate, Interval interval, Alarm alarm) {

  /** How far to trust the other figures. */
  public enum Alarm {
    OK,
    /** More than one in twenty. */
    WARN,
    /** More than one in ten. */
    ALARM
  }

  /** Nothing when there is no rollout. */
  public static Optional<Truncation> of(long truncated, long rollouts) {
    Expect.that(rollouts >= 0, "rollouts", rollouts, "0 or more");
    Expect.that(
        truncated >= 0 && truncated <= rollouts,
        "truncated",
        truncated,
        "0 to rollouts (" + rollouts + ")");
    return RateInterval.WILSON
        .of(rollouts, truncated, 0.95)
        .map(
            interval ->
                new Truncation(
                    (double) truncated / rollouts, interval, alarm(truncated, rollouts)));
  }

  /** Every rollout was cut off: nothing was decided and no vote was cast. */
  public boolean all() {
    return rate == 1;
  }

  private static Alarm alarm(long truncated, long rollouts) {
    // In integers: exactly one in ten is no alarm, whatever 0.1 is in double.
    if (10 * truncated > rollouts) {
      return Alarm.ALARM;
    }
    return 20 * truncated > rollouts ? Alarm.WARN : Alarm.OK;
  }
}
