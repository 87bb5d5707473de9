package org.galton.study.frechet.row;

/** A row of {@code frechet_distances}; see its schema for the columns. A NULL is null. */
public record FrechetDistanceRow(
    String runId,
    String condition,
    String reference,
    String compared,
    String embedder,
    int dimensions,
    long vectors,
    long referenceRows,
    long comparedRows,
    double distance,
    double means,
    double covariances,
    Double ciLow,
    Double ciHigh,
    Double drawBias,
    int draws,
    Double floor,
    Long floorVectors,
    boolean lowN) {}
