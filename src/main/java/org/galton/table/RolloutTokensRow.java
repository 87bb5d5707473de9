package org.galton.table;

import java.util.List;

/** A row of {@code rollout_tokens}; see its schema for the columns. */
public record RolloutTokensRow(
    String model,
    String task,
    String generation,
    String promptId,
    int rolloutIndex,
    List<Integer> promptTokenIds,
    List<Integer> tokenIds,
    List<Double> logprobs,
    List<Double> entropies) {}
