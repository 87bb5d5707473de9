package org.galton.table;

/** A row of {@code rollouts}; see its schema for the columns. A NULL is null. */
public record RolloutRow(
    String model,
    String task,
    String generation,
    String promptId,
    int rolloutIndex,
    String status,
    String completion,
    Integer promptTokens,
    Integer completionTokens,
    Double logprobSum,
    Double entropyMean,
    String device,
    Double seconds,
    int attempt,
    String error) {}
