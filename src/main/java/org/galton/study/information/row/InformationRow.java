package org.galton.study.information.row;

/** A row of {@code information}; see its schema for the columns. */
public record InformationRow(
    String runId,
    String quantity,
    String method,
    double bits,
    double nullMedian,
    double nullQ05,
    double nullQ95,
    double corrected,
    double pValue,
    long rowsUsed,
    long rowsSkipped) {}
