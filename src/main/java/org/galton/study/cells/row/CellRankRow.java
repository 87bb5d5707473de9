package org.galton.study.cells.row;

/** A row of {@code cell_ranks}; see its schema for the columns. */
public record CellRankRow(
    String runId, int rank, int cells, double expression, double deviation, double fitted) {}
