package org.galton.study.leaderboard.row;

/** A row of {@code effort_pairs}; see its schema for the columns. A NULL is null. */
public record EffortPairRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String lowEffort,
    String highEffort,
    boolean widest,
    int problems,
    Double lowSuccess,
    Double highSuccess,
    Double difference,
    Double ciLow,
    Double ciHigh,
    String direction,
    Double tokensRatio,
    Double secondsRatio,
    Double dollarsRatio) {}
