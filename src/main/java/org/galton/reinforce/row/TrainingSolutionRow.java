package org.galton.reinforce.row;

import java.util.List;
import java.util.OptionalInt;

/** A row of {@code training_solutions}; see its schema for the columns. */
public record TrainingSolutionRow(
    String training,
    int step,
    String task,
    String promptId,
    String generation,
    int rolloutIndex,
    OptionalInt node,
    String completion,
    List<Integer> promptTokenIds,
    List<Integer> tokenIds,
    List<Double> logprobs,
    List<Double> entropies) {}
