package org.galton.table;

/** A row of {@code trajectories}; see its schema for the columns. A NULL is null. */
public record TrajectoryRow(
    String runId,
    String experiment,
    String condition,
    String group,
    int round,
    String agent,
    double value,
    Double target,
    Boolean success,
    Double macro) {}
