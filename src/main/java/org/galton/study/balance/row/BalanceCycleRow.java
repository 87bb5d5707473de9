package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code balance_cycles}; see its schema for the columns. A NULL is null. */
public record BalanceCycleRow(
    String runId,
    String experiment,
    String condition,
    String first,
    String second,
    String third,
    double forward,
    double backward,
    double affinity,
    double sd,
    double pValue,
    double qValue)
    implements Serializable {}
