package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code dose_responses}; see its schema for the columns. A NULL is null. */
public record DoseResponseRow(
    String runId,
    String metric,
    String model,
    int models,
    int scores,
    int doses,
    double lowest,
    double highest,
    Double slope,
    Double slopeLow,
    Double slopeHigh,
    Double spearman,
    Double pFalls,
    Double pRises,
    Double pTwoSided,
    String pMethod,
    int atLowest,
    int atHighest,
    double meanLowest,
    double meanHighest,
    Double d,
    Double g,
    Double gLow,
    Double gHigh,
    String effect,
    String missing)
    implements Serializable {}
