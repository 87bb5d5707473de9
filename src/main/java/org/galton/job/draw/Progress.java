package org.galton.job.draw;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the drawing of rollouts has come.
 *
 * @param done rollouts whose files are written, failed ones included
 * @param drawing rollouts that unfinished files hold
 * @param total rollouts that this run draws
 * @param failures of {@code done}, those that could not be drawn
 * @param tokens drawn so far, in unfinished files too
 * @param left time left; empty before the rate has settled
 */
public record Progress(
    long done,
    long drawing,
    long total,
    long failures,
    long tokens,
    Duration elapsed,
    Optional<Duration> left) {

  /** Rollouts so far, in unfinished files too. */
  public long drawn() {
    return done + drawing;
  }

  public double tokensPerSecond() {
    return elapsed.isZero() ? 0 : tokens / (elapsed.toNanos() / 1e9);
  }
}
