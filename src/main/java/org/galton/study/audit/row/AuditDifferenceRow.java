package org.galton.study.audit.row;

/** A row of {@code audit_differences}; see its schema for the columns. */
public record AuditDifferenceRow(
    String runId,
    String technique,
    String prompts,
    String against,
    String measure,
    double difference,
    double low,
    double high,
    double p,
    double adjustedP,
    boolean above) {}
