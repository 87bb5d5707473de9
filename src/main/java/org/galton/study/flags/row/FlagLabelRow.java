package org.galton.study.flags.row;

/** A row of {@code flag_labels}; see its schema for the columns. A NULL is null. */
public record FlagLabelRow(
    String runId,
    String rubric,
    String judge,
    String labels,
    long labelled,
    long both,
    long labelOnly,
    long flagOnly,
    Double precision,
    Double precisionLow,
    Double precisionHigh,
    Double recall,
    Double recallLow,
    Double recallHigh,
    Double kappa,
    Double kappaLow,
    Double kappaHigh) {}
