package org.galton.study.audit.row;

/** A row of {@code audit_trials}; see its schema for the columns. */
public record AuditTrialRow(
    String runId,
    String model,
    String arm,
    String secret,
    String technique,
    String prompts,
    String prompt,
    int rollout,
    String completion,
    String error,
    Boolean leaked,
    String guess,
    Integer rank,
    Double probability) {}
