package org.galton.table;

/** A row of {@code searches}; see its schema for the columns. */
public record SearchesRow(
    String model,
    String task,
    String generation,
    String promptId,
    int rolloutIndex,
    String sampler,
    boolean biased,
    String endKind,
    long steps,
    long backtracks,
    long restarts,
    long deadEnds,
    long modelCalls,
    long drawnTokens,
    long verifierCalls,
    long leafVisits,
    Double effectiveSampleSize,
    Integer pilot,
    Long pilotTokens,
    Double spread,
    Double spreadThreshold,
    String choice,
    Integer votes,
    Long explored,
    Long undecided) {}
