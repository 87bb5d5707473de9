package org.galton.table;

import java.io.Serializable;

/** A row of {@code scaling_fits}; see its schema for the columns. A NULL is null. */
public record ScalingFitRow(
    String runId,
    String sweep,
    String series,
    String method,
    String r0Mode,
    String status,
    String reason,
    String warnings,
    Double r0,
    Double asymptote,
    Double asymptoteLow,
    Double asymptoteHigh,
    Double exponent,
    Double midpoint,
    int points,
    int dropped,
    int skipped,
    int merged,
    double minCompute,
    Double maxCompute,
    Double sse,
    Double rmse,
    Double reach,
    String halfStatus,
    Integer halfPoints,
    Integer halfChecked,
    Double halfBias,
    Double halfMeanAbsolute,
    Double halfLargest,
    Boolean halfPassed)
    implements Serializable {}
