package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_pairs}; see its schema for the columns. A NULL is null. */
public record EmergencePairRow(
    String runId,
    GroupPlace place,
    Integer firstRounds,
    String firstAgent,
    String secondAgent,
    String measure,
    double redundancy,
    double firstUnique,
    double secondUnique,
    double synergy,
    String nullModel,
    Double nullMedian,
    Double pValue)
    implements Serializable {}
