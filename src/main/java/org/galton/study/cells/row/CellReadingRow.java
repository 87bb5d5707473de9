package org.galton.study.cells.row;

import java.io.Serializable;

/** A row of {@code cell_readings}; see its schema for the columns. A NULL is null. */
public record CellReadingRow(
    String runId,
    String cell,
    String type,
    String reference,
    int words,
    int foreignWords,
    int repeatedWords,
    int genes,
    Double overlap,
    Double kendallTau,
    Double expressionError,
    String nearestType)
    implements Serializable {}
