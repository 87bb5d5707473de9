package org.galton.study.scaling.row;

import java.io.Serializable;

/** A row of {@code scaling_forecasts}; see its schema for the columns. A NULL is null. */
public record ScalingForecastRow(
    String runId,
    String sweep,
    String series,
    double compute,
    double reward,
    Double ciLow,
    Double ciHigh)
    implements Serializable {}
