package org.galton.bench;

import java.util.OptionalLong;

/**
 * A cell as it was timed.
 *
 * @param operations of matrix products that the cell cannot do without
 * @param bytes that it has to read
 * @param cacheBytes of keys and values that lie in memory at once
 * @param peakBytes highest growth of the process during a pass, where the system tells
 */
public record GridRow(
    DecodeCell cell,
    DecodeRow times,
    double operations,
    double bytes,
    long cacheBytes,
    OptionalLong peakBytes) {

  public double tokensPerSecond() {
    return times.median(DecodeTiming::tokensPerSecond);
  }

  public double seconds() {
    return times.median(DecodeTiming::seconds);
  }

  public double operationsPerSecond() {
    return times.median(timing -> operations / timing.seconds());
  }

  public double bytesPerSecond() {
    return times.median(timing -> bytes / timing.seconds());
  }

  /** How many times the other's tokens a second: the median of the rounds' own ratios. */
  public double speedup(GridRow other) {
    return times.ratio(other.times, DecodeTiming::tokensPerSecond);
  }
}
