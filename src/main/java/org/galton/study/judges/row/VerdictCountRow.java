package org.galton.study.judges.row;

/** A row of {@code verdict_counts}; see its schema for the columns. A NULL is null. */
public record VerdictCountRow(
    String runId,
    JudgedCell cell,
    String scorer,
    long rollouts,
    long correct,
    long wrong,
    long truncated,
    long abstained,
    long unparsed,
    long unscored,
    long weak,
    long judgeTokens,
    double judgeSeconds,
    Long judgePeakMib,
    long flaky) {}
