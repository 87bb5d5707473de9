package org.galton.study.junk.row;

/** A row of {@code failure_classes}; see its schema for the columns. A NULL is null. */
public record FailureClassRow(
    String runId,
    String task,
    String model,
    Double dose,
    String failure,
    long failures,
    long ofFailures,
    Double share,
    Double ciLow,
    Double ciHigh,
    long answers,
    long excluded) {}
