package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** A row of {@code training_groups}; see its schema for the columns. */
public record TrainingGroupRow(
    String training,
    int step,
    String task,
    String promptId,
    String generation,
    int firstRollout,
    int rollouts,
    OptionalDouble passRateBefore,
    int scored,
    int correct,
    int abstained,
    OptionalDouble rewardMean,
    String outcome,
    OptionalDouble pHat,
    OptionalDouble value,
    GroupSearch search) {}
