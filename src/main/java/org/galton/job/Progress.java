package org.galton.job;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the drawing of rollouts has come.
 *
 * @param done rollouts whose files are written, failed ones included
 * @param total rollouts that this run draws
 * @param failures of {@code done}, those that could not be drawn
 * @param tokens drawn so far, in unfinished files too
 */
public record Progress(long done, long total, long failures, long tokens, Duration elapsed) {

  public double tokensPerSecond() {
    return elapsed.isZero() ? 0 : tokens / (elapsed.toNanos() / 1e9);
  }

  /** Time left at the rate so far; empty before the first file. */
  public Optional<Duration> left() {
    return done == 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(Math.round(elapsed.toMillis() * ((double) (total - done) / done))));
  }
}
