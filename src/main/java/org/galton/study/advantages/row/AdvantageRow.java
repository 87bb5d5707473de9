package org.galton.study.advantages.row;

import java.io.Serializable;

/** A row of {@code advantages}; see its schema for the columns. Absent values are null. */
public record AdvantageRow(
    String runId,
    String step,
    String prompt,
    int sample,
    double reward,
    double advantage,
    String leftOut,
    Integer tokens,
    Double tokenWeight,
    Double coefficientSum,
    Double ratioMax,
    Integer clipped)
    implements Serializable {}
