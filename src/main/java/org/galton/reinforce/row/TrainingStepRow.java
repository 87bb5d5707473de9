package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** A row of {@code training_steps}; see its schema for the columns. */
public record TrainingStepRow(
    String training,
    int step,
    String policyDigest,
    int staleness,
    StepGroups groups,
    StepRollouts rollouts,
    StepLearning learning,
    StepCosts costs,
    StepBudget budget,
    OptionalDouble interruptedShare,
    StepSearch search,
    StepEpisodes episodes) {}
