package org.galton.job.run;

import java.time.Instant;
import org.galton.table.RunRow;

/**
 * What the row of a run says of where it comes from.
 *
 * @param spec YAML: what a reader needs to compute the same again
 */
public record RunOrigin(String spec, String galtonVersion) {

  public RunRow row(
      RunName run, String sparkVersion, Instant started, Instant finished, int exitCode) {
    return new RunRow(
        run.runId(),
        run.sweep(),
        spec,
        galtonVersion,
        sparkVersion,
        System.getProperty("java.version"),
        started,
        finished,
        exitCode);
  }
}
