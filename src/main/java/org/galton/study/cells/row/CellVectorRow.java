package org.galton.study.cells.row;

import java.io.Serializable;
import java.util.List;

/** A row of {@code cell_vectors}; see its schema for the columns. A NULL is null. */
public record CellVectorRow(
    String runId,
    String cell,
    String side,
    String type,
    String condition,
    String embedder,
    List<Double> vector)
    implements Serializable {}
