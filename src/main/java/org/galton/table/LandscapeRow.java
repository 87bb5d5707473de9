package org.galton.table;

import java.io.Serializable;

/** A row of {@code landscapes}; see its schema for the columns. A NULL is null. */
public record LandscapeRow(
    String runId,
    String experiment,
    String condition,
    String n0Mode,
    String kernel,
    Integer voteDraws,
    Integer voteAccept,
    int statesTotal,
    int statesKept,
    int components,
    int largestComponent,
    Long attempts,
    Long moves,
    int uniqueMoves,
    int capped,
    double acceptance,
    double action,
    double actionAtZero,
    double actionLowerBound,
    double actionExcess,
    Double potentialSd,
    Double slope,
    int pairs,
    Double pairR,
    Double pairMeanSquare,
    Double pairWeightedMeanSquare)
    implements Serializable {}
