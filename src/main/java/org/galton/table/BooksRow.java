package org.galton.table;

/** A row of {@code books}; see its schema for the columns. */
public record BooksRow(
    String runId,
    String sweep,
    String model,
    String task,
    String sampling,
    String generation,
    String scorer,
    long requested,
    long generated,
    long reused,
    long scored,
    long unscored,
    long failed,
    long tokens,
    double deviceSeconds,
    Long verifierCalls,
    Double verifierSeconds) {}
