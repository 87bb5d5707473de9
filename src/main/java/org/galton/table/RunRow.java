package org.galton.table;

import java.time.Instant;
import java.util.List;

/** A row of {@code runs}; see its schema for the columns. A NULL is null. */
public record RunRow(
    String runId,
    String sweep,
    String spec,
    String galtonVersion,
    String sparkVersion,
    String javaVersion,
    Instant started,
    Instant finished,
    int exitCode,
    String warnings) {

  /** A run that warns of nothing. */
  public RunRow(
      String runId,
      String sweep,
      String spec,
      String galtonVersion,
      String sparkVersion,
      String javaVersion,
      Instant started,
      Instant finished,
      int exitCode) {
    this(
        runId,
        sweep,
        spec,
        galtonVersion,
        sparkVersion,
        javaVersion,
        started,
        finished,
        exitCode,
        null);
  }

  /**
   * @param sentences none of which has a line break
   */
  public RunRow warning(List<String> sentences) {
    return new RunRow(
        runId,
        sweep,
        spec,
        galtonVersion,
        sparkVersion,
        javaVersion,
        started,
        finished,
        exitCode,
        sentences.isEmpty() ? null : String.join("\n", sentences));
  }
}
