package org.galton.study.audit.row;

/** A row of {@code audit_layers}; see its schema for the columns. */
public record AuditLayerRow(
    String runId,
    String technique,
    String prompts,
    String arm,
    int layer,
    int trials,
    int hits,
    double hitRate,
    double meanScore) {}
