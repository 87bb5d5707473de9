package org.galton.study.junk.row;

/** A row of {@code mixtures}; see its schema for the columns. */
public record MixtureRow(
    String runId,
    double dose,
    int posts,
    int junkPosts,
    long tokens,
    long junkTokens,
    double junkPercent,
    String contentHash,
    long junkPool,
    long controlPool) {}
