package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code balance_tests}; see its schema for the columns. A NULL is null. */
public record BalanceTestRow(
    String runId,
    String experiment,
    String condition,
    String test,
    Double statistic,
    Integer dof,
    Double pValue,
    Integer cycles,
    double level,
    String verdict)
    implements Serializable {}
