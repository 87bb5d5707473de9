package org.galton.study.audit.row;

/** A row of {@code audits}; see its schema for the columns. */
public record AuditRow(
    String runId,
    String technique,
    String kind,
    String prompts,
    String arm,
    int models,
    int voidModels,
    int trials,
    int failed,
    Integer leaks,
    Double leakRate,
    Double leakLow,
    Double leakHigh,
    Integer hits,
    Double hitRate,
    Double hitLow,
    Double hitHigh,
    Double chance,
    Double chanceP,
    Double meanRank,
    Double meanProbability) {}
