package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_groups}; see its schema for the columns. A NULL is null. */
public record EmergenceGroupRow(
    String runId,
    String experiment,
    String condition,
    String group,
    Integer firstRounds,
    String statistic,
    String measure,
    String nullModel,
    String status,
    String flags,
    int agents,
    int rounds,
    int transitions,
    int incompleteRounds,
    int rejectedRounds,
    Double value,
    Double nullMedian,
    Double nullQ05,
    Double nullQ95,
    Double corrected,
    Integer surrogates,
    Integer exceedances,
    Double pValue,
    Integer confirmedSurrogates,
    Double confirmedPValue,
    Double qValue,
    Boolean significant,
    String reason)
    implements Serializable {}
