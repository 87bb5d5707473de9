package org.galton.table;

/** A row of {@code scores}; see its schema for the columns. A NULL is null. */
public record ScoreRow(
    String model,
    String task,
    String generation,
    String scorer,
    String promptId,
    int rolloutIndex,
    String status,
    String answer,
    Boolean correct,
    Boolean abstained,
    Double reward,
    String error,
    String foundBy,
    String detail,
    Integer judgeTokens,
    Double judgeSeconds,
    Long judgePeakMib) {}
