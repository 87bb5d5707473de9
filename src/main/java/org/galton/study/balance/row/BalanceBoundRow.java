package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code balance_bounds}; see its schema for the columns. A NULL is null. */
public record BalanceBoundRow(
    String runId,
    String experiment,
    String condition,
    String source,
    String target,
    long count,
    double bound,
    double bound95)
    implements Serializable {}
