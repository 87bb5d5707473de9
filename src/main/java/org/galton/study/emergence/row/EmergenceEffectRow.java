package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_effects}; see its schema for the columns. A NULL is null. */
public record EmergenceEffectRow(
    String runId,
    String experiment,
    String analysis,
    Integer firstRounds,
    String statistic,
    String measure,
    String nullModel,
    String baseline,
    String condition,
    String term,
    int groups,
    int groupsLeftOut,
    Double estimate,
    Double standardError,
    Double ciLow,
    Double ciHigh,
    Double oddsRatio,
    Double pValue,
    String weights,
    String status,
    String reason)
    implements Serializable {}
