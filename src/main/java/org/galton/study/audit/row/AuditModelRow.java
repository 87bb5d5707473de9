package org.galton.study.audit.row;

/** A row of {@code audit_models}; see its schema for the columns. */
public record AuditModelRow(
    String runId,
    String model,
    String source,
    String digest,
    String secret,
    int trials,
    Integer leaks,
    Double leakRate,
    Integer hits,
    Double hitRate,
    Double hitLow,
    Double chance,
    Boolean valid,
    String reason) {}
