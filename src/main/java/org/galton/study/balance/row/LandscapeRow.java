package org.galton.study.balance.row;

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
    Integer sampledDraws,
    Integer sampledAccept,
    Double slope,
    int pairs,
    Double pairR,
    Double pairMeanSquare,
    Double pairWeightedMeanSquare,
    Double beta)
    implements Serializable {

  /** The same of walks that took a vote at every step. */
  public LandscapeRow sampledBy(int draws, int accept, Double timesDeeper) {
    return new LandscapeRow(
        runId,
        experiment,
        condition,
        n0Mode,
        kernel,
        voteDraws,
        voteAccept,
        statesTotal,
        statesKept,
        components,
        largestComponent,
        attempts,
        moves,
        uniqueMoves,
        capped,
        acceptance,
        action,
        actionAtZero,
        actionLowerBound,
        actionExcess,
        potentialSd,
        draws,
        accept,
        timesDeeper,
        pairs,
        pairR,
        pairMeanSquare,
        pairWeightedMeanSquare,
        beta);
  }
}
