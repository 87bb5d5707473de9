package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code trajectories}; see its schema for the columns. A NULL is null. */
public record TrajectoryRow(
    String runId,
    GroupPlace place,
    int round,
    String agent,
    double value,
    Double target,
    Boolean success,
    Double macro)
    implements Serializable {}
