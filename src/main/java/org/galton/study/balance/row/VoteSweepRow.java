package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code vote_sweeps}; see its schema for the columns. A NULL is null. */
public record VoteSweepRow(
    String runId,
    String model,
    String task,
    String generation,
    int voteDraws,
    int voteAccept,
    int prompts,
    double acceptance,
    Double acceptanceLow,
    Double acceptanceHigh,
    Double accuracy,
    Double accuracyLow,
    Double accuracyHigh,
    Double slope,
    Double action,
    Double actionAtZero)
    implements Serializable {}
