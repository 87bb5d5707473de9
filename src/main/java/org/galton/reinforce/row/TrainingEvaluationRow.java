package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** A row of {@code training_evaluations}; see its schema for the columns. */
public record TrainingEvaluationRow(
    String training,
    int step,
    String model,
    String task,
    String split,
    String generation,
    int prompts,
    int rollouts,
    MeasuredRate passRate,
    MeasuredRate passRateChange,
    OptionalDouble abstentionRate,
    double completionTokensMean,
    double truncatedShare,
    double trainingFlops,
    double seconds,
    RightAtStart rightAtStart,
    MeasuredGroup group,
    MeasuredEpisodes episodes) {}
