package org.galton.study.emergence.row;

import java.io.Serializable;

/** A row of {@code emergence_differentiation}; see its schema for the columns. A NULL is null. */
public record EmergenceDifferentiationRow(
    String runId,
    GroupPlace place,
    Integer firstRounds,
    int agents,
    int rounds,
    Double levelsF,
    Double levelsPValue,
    Double slopesF,
    Double slopesPValue,
    Double eitherPValue,
    Double eitherUncorrected,
    Double varianceRatio,
    Double variancePValue,
    Double intraclassShare,
    Double identityInformation,
    Double identityNullMedian,
    Double identityPValue)
    implements Serializable {}
