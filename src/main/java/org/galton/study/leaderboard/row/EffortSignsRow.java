package org.galton.study.leaderboard.row;

/** A row of {@code effort_signs}; see its schema for the columns. A NULL is null. */
public record EffortSignsRow(
    String runId, int pairs, int higher, int equal, int lower, Double pValue) {}
