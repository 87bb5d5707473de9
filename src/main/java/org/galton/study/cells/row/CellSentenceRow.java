package org.galton.study.cells.row;

import java.io.Serializable;
import java.util.List;

/** A row of {@code cell_sentences}; see its schema for the columns. A NULL is null. */
public record CellSentenceRow(
    String runId,
    String cell,
    String type,
    String condition,
    double library,
    int expressed,
    List<String> genes,
    Double roundTripRmse)
    implements Serializable {}
