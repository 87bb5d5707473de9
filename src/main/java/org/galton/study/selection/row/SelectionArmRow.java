package org.galton.study.selection.row;

/** A row of {@code selection_arms}; see its schema for the columns. A NULL is null. */
public record SelectionArmRow(
    String runId,
    Double pFix,
    Double testError,
    Integer patches,
    Integer tests,
    String arm,
    int issues,
    int known,
    Double accuracy,
    Double ciLow,
    Double ciHigh,
    Double aboveMajority,
    Double aboveLow,
    Double aboveHigh,
    double droppedTests,
    double tied) {}
