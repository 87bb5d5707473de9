package org.galton.study.flags.row;

/** A row of {@code flag_outcomes}; see its schema for the columns. A NULL is null. */
public record FlagOutcomeRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String rubric,
    String judge,
    String comparison,
    long failed,
    long failedFlagged,
    long succeeded,
    long succeededFlagged,
    long excluded,
    long excludedFlagged,
    Double first,
    Double firstLow,
    Double firstHigh,
    Double second,
    Double secondLow,
    Double secondHigh,
    Double ratio,
    Double ratioLow,
    Double ratioHigh) {}
