package org.galton.study.reliability.row;

import java.io.Serializable;

/** A row of {@code reliability}; see its schema for the columns. A NULL is null. */
public record ReliabilityRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String measure,
    Double value,
    Double ciLow,
    Double ciHigh,
    int problems,
    long rollouts,
    String reason)
    implements Serializable {}
