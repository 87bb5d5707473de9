package org.galton.table;

import java.time.Instant;

/** A row of {@code runs}; see its schema for the columns. */
public record RunRow(
    String runId,
    String sweep,
    String spec,
    String galtonVersion,
    String sparkVersion,
    String javaVersion,
    Instant started,
    Instant finished,
    int exitCode) {}
