package org.galton.study.cells.row;

/** A row of {@code cell_scores}; see its schema for the columns. A NULL is null. */
public record CellScoreRow(
    String runId, String measure, long cells, double value, Double ciLow, Double ciHigh) {}
