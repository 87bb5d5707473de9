package org.galton.statistics.test;

import java.util.OptionalDouble;
import org.galton.statistics.Confidence;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;

/**
 * Intervals for a mean over prompts, or over their families, that stay where the mean can be, and
 * that few units make wide.
 *
 * <pre>
 *   t = Student's quantile of units - 1
 *   RATE        n = m (1 - m) / SE^2 (z / t)^2, or the units where SE = 0; Wilson's interval of m and n
 *   DIFFERENCE  twice that of (1 + m) / 2, less 1; where SE = 0, m -+ z^2 / (units + z^2)
 *   others      m -+ t SE</pre>
 *
 * <p>n is the effective size: as many independent trials of rate m have the variance SE^2 (Korn and
 * Graubard). Far from 0 and 1 and with many units the interval is the normal one. With two units of
 * equal value, which have no error, it is that of two trials. Cost: constant.
 *
 * <p>Korn and Graubard, Survey Methodology 24, 1998; Wilson 1927. Coverage: docs/intervals.md.
 */
public enum Bounds {
  /** A mean of any size. */
  NONE,
  /** A mean of values from 0. */
  NON_NEGATIVE,
  /** A mean of values from 0 to 1. */
  RATE,
  /** A mean of differences of such values, -1 to 1. */
  DIFFERENCE;

  /**
   * The same estimate with this interval; unchanged where it has no error.
   *
   * @param units prompts, or families where these are the unit of the error
   */
  public Estimate of(Estimate estimate, int units, double confidence) {
    if (estimate.standardError().isEmpty()) {
      return estimate;
    }
    double mean = estimate.value().orElseThrow();
    Interval interval =
        interval(mean, estimate.standardError().getAsDouble(), units, new Confidence(confidence));
    // Rounding may leave the mean a hair outside.
    return new Estimate(
        estimate.value(),
        estimate.standardError(),
        OptionalDouble.of(Math.min(mean, interval.low())),
        OptionalDouble.of(Math.max(mean, interval.high())),
        estimate.prompts(),
        estimate.promptsShort());
  }

  Interval interval(double mean, double error, int units, Confidence confidence) {
    double t = confidence.t(Math.max(1, units - 1));
    return switch (this) {
      case NONE -> new Interval(mean - t * error, mean + t * error);
      case NON_NEGATIVE -> new Interval(Math.max(0, mean - t * error), mean + t * error);
      case RATE -> score(mean, error, units, t, confidence.z());
      case DIFFERENCE -> {
        if (error == 0) {
          double z2 = confidence.z() * confidence.z();
          double half = z2 / (units + z2);
          yield new Interval(Math.max(-1, mean - half), Math.min(1, mean + half));
        }
        Interval half = score((1 + mean) / 2, error / 2, units, t, confidence.z());
        yield new Interval(2 * half.low() - 1, 2 * half.high() - 1);
      }
    };
  }

  private static Interval score(double mean, double error, int units, double t, double z) {
    double rate = Math.min(1, Math.max(0, mean));
    double spread = rate * (1 - rate);
    double size = error == 0 || spread == 0 ? units : spread / (error * error) * (z / t) * (z / t);
    double z2 = z * z;
    double scale = 1 + z2 / size;
    double centre = (rate + z2 / (2 * size)) / scale;
    double half = z / scale * Math.sqrt(spread / size + z2 / (4 * size * size));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
