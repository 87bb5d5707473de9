package org.galton.study.junk.row;

/** A row of {@code simulated_recoveries}; see its schema for the columns. A NULL is null. */
public record SimulatedRecoveryRow(
    String runId,
    String axis,
    double planted,
    double expected,
    double slope,
    int studies,
    double held,
    double heldLow,
    double heldHigh,
    double found,
    double foundLow,
    double foundHigh,
    Double g) {}
