package org.galton.study.cells.row;

import java.io.Serializable;

/** A row of {@code cell_counts}; see its schema for the columns. */
public record CellCountRow(
    String runId,
    String cell,
    String gene,
    int count,
    String type,
    String condition,
    String exposure,
    String side,
    boolean heldOut)
    implements Serializable {}
