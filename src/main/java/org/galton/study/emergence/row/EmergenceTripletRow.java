package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_triplets}; see its schema for the columns. A NULL is null. */
public record EmergenceTripletRow(
    String runId,
    GroupPlace place,
    Integer firstRounds,
    String firstAgent,
    String secondAgent,
    String thirdAgent,
    double i3,
    double g3,
    Double totalStability,
    double oInformation,
    String nullModel,
    Double i3PValue,
    Double g3PValue)
    implements Serializable {}
