package org.galton.table;

/** A row of {@code gates}; see its schema for the columns. */
public record GateRow(
    String runId,
    String gate,
    String subject,
    double figure,
    double figureLow,
    double figureHigh,
    double threshold,
    double confidence,
    boolean missed,
    String sentence) {}
