package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code transitions}; see its schema for the columns. A NULL is null. */
public record TransitionRow(
    String runId,
    String experiment,
    String condition,
    String rollout,
    String source,
    String target,
    long count)
    implements Serializable {}
