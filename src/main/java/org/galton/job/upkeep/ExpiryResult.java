package org.galton.job.upkeep;

import java.time.Duration;
import java.util.List;

/**
 * What went, or would go.
 *
 * @param expired in the order it goes
 * @param waiting replaced files whose grace is not over
 */
public record ExpiryResult(List<Expired> expired, int waiting, Duration duration) {

  /** Why something goes. */
  public enum Reason {
    REPLACED("replaced by a merge"),
    BROKEN_OFF("merge broken off"),
    UNUSED("generation not asked for"),
    OLD_RUN("figures of an old run");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }

  /**
   * Files of one folder.
   *
   * @param place below the output folder
   */
  public record Expired(Reason reason, String place, int files, long bytes) {}

  public long bytes() {
    return expired.stream().mapToLong(Expired::bytes).sum();
  }

  public int files() {
    return expired.stream().mapToInt(Expired::files).sum();
  }
}
