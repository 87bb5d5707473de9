package org.galton.study.frechet.row;

/** A row of {@code frechet_means}; see its schema for the columns. A NULL is null. */
public record FrechetMeanRow(
    String runId,
    String reference,
    String compared,
    int conditions,
    int leftOut,
    Double distance,
    Double ciLow,
    Double ciHigh,
    Double floor) {}
