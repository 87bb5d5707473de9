package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_conditions}; see its schema for the columns. A NULL is null. */
public record EmergenceConditionRow(
    String runId,
    String experiment,
    String condition,
    Integer firstRounds,
    String statistic,
    String measure,
    String nullModel,
    int groups,
    int groupsLeftOut,
    int groupsEnded,
    Integer fewestAgents,
    Integer mostAgents,
    Double valueMean,
    Double nullMedian,
    Double nullQ05,
    Double nullQ95,
    Double correctedMean,
    Double correctedMeanLow,
    Double correctedMeanHigh,
    Double correctedMedian,
    Double correctedMedianLow,
    Double correctedMedianHigh,
    double level,
    Integer significant,
    Double significantShare,
    Double significantLow,
    Double significantHigh,
    Integer discoveries,
    Double fisher,
    Double fisherPValue,
    Double stouffer,
    Double stoufferPValue,
    Double wilcoxon,
    Double wilcoxonPValue,
    String flags)
    implements Serializable {}
