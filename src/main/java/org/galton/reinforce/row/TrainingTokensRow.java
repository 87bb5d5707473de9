package org.galton.reinforce.row;

import java.util.List;
import java.util.OptionalInt;

/** A row of {@code training_tokens}; see its schema for the columns. */
public record TrainingTokensRow(
    String training,
    int step,
    String task,
    String promptId,
    String generation,
    int rolloutIndex,
    List<Integer> promptTokenIds,
    List<Integer> tokenIds,
    List<Double> logprobs,
    List<Double> entropies,
    OptionalInt insertedFrom,
    OptionalInt insertedTo) {}
