package org.galton.model.endpoint;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait before another attempt: twice as long each time, up to a limit, less up to a
 * half at random so that requests that failed together do not come back together. A server that
 * asks for a pause gets it whole, and the random half of the other on top.
 *
 * @param first before the second attempt
 * @param longest between attempts
 */
public record Backoff(Duration first, Duration longest) {
  /** From one second to one minute. */
  public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

  // A server that asks for more has no answer for this night.
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(10);

  /**
   * @param attempts made so far, 1 or more
   * @param asked what the server asks for
   * @param uniform a random number in [0, 1)
   */
  Duration delay(int attempts, Optional<Duration> asked, double uniform) {
    double doubled = first.toMillis() * Math.pow(2, attempts - 1.0);
    double half = Math.min(doubled, longest.toMillis()) / 2;
    double least = asked.map(Backoff::bounded).orElse(half);
    return Duration.ofMillis(Math.round(least + half * uniform));
  }

  private static double bounded(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) < 0 ? asked.toMillis() : LONGEST_ASKED.toMillis();
  }
}
