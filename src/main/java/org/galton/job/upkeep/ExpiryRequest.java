package org.galton.job.upkeep;

import java.time.Duration;
import java.util.Optional;

/**
 * What may go.
 *
 * @param grace replaced files stay this long after their merge
 * @param unusedFor generations go that no run has asked for in this time; absent: none
 * @param runsOlderThan figures of older runs go; absent: none
 * @param mode whether it goes, or is only listed
 */
public record ExpiryRequest(
    Duration grace, Optional<Duration> unusedFor, Optional<Duration> runsOlderThan, Mode mode) {

  /** What happens to what may go. */
  public enum Mode {
    DELETE,
    LIST
  }
}
