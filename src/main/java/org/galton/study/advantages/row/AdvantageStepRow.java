package org.galton.study.advantages.row;

import java.io.Serializable;

/** A row of {@code advantage_steps}; see its schema for the columns. Absent values are null. */
public record AdvantageStepRow(
    String runId,
    String step,
    int prompts,
    int kept,
    int single,
    Integer allRight,
    Integer allWrong,
    int rollouts,
    int learned,
    Long tokens,
    double rewardMean,
    Double rewardSd,
    double advantageMin,
    double advantageMax,
    double effective,
    Double effectiveAt16,
    Double objective,
    Double ratioMean,
    Double ratioMax,
    Double clippedLow,
    Double clippedHigh,
    Double accuracy,
    Double uncertainty,
    Double hallucination,
    Double usualSpread)
    implements Serializable {}
