package org.galton.study.cells.row;

/** A row of {@code cell_types}; see its schema for the columns. A NULL is null. */
public record CellTypeRow(
    String runId,
    String type,
    String condition,
    long cells,
    double meanLibrary,
    double meanExpressed,
    Double roundTripRmse) {}
