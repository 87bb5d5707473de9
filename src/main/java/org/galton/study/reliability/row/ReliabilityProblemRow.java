package org.galton.study.reliability.row;

import java.io.Serializable;

/** A row of {@code reliability_problems}; see its schema for the columns. A NULL is null. */
public record ReliabilityProblemRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String problem,
    int rollouts,
    int successes,
    int excluded,
    Double outcome,
    Double trajectoryMix,
    Double trajectoryOrder,
    Double resources,
    Double confidence,
    int perturbedRollouts,
    int perturbedSuccesses)
    implements Serializable {}
