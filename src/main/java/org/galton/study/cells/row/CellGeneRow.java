package org.galton.study.cells.row;

/** A row of {@code cell_vocabulary}; see its schema for the columns. */
public record CellGeneRow(String runId, String gene, long cells) {}
