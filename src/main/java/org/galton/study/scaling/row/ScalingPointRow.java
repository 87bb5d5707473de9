package org.galton.study.scaling.row;

import java.io.Serializable;

/** A row of {@code scaling_points}; see its schema for the columns. A NULL is null. */
public record ScalingPointRow(
    String runId,
    String sweep,
    String series,
    double compute,
    double reward,
    double weight,
    Double noise,
    Double standardError,
    Double fitted)
    implements Serializable {}
