package org.galton.study.cells.row;

/** A row of {@code cell_truths}; see its schema for the columns. A NULL is null. */
public record CellTruthRow(
    String runId,
    String type,
    String condition,
    String exposure,
    boolean heldOut,
    String gene,
    double logMean,
    String markerOf,
    boolean programme) {}
