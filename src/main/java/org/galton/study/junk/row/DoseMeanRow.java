package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code dose_means}; see its schema for the columns. A NULL is null. */
public record DoseMeanRow(
    String runId,
    String metric,
    String model,
    double dose,
    int scores,
    double mean,
    Double ciLow,
    Double ciHigh)
    implements Serializable {}
