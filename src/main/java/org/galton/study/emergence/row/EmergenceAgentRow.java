package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_agents}; see its schema for the columns. A NULL is null. */
public record EmergenceAgentRow(
    String runId,
    GroupPlace place,
    Integer firstRounds,
    String agent,
    double level,
    double slope,
    double predictability,
    int letters,
    String measure,
    String nullModel,
    Double participation)
    implements Serializable {}
