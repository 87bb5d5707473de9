package org.galton.job.run;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What rows of a run carry.
 *
 * @param runId unique; a later run's sorts after an earlier one's
 */
public record RunName(String runId, String sweep) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  public static RunName at(Instant started, String sweep) {
    String tail = UUID.randomUUID().toString().substring(0, 8);
    return new RunName("run-" + TIME.format(started) + "-" + tail, sweep);
  }
}
