package org.galton.study.junk.row;

/** A row of {@code simulated_scores}; see its schema for the columns. */
public record SimulatedScoreRow(
    String runId, String metric, String model, double dose, double score) {}
