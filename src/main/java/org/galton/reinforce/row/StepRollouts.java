package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** The rollouts of a step, as columns. */
public record StepRollouts(
    int rollouts,
    int failed,
    int unscored,
    long promptTokens,
    long tokensDrawn,
    OptionalDouble rewardMean,
    OptionalDouble rewardSd,
    OptionalDouble verdictRate,
    OptionalDouble abstentionRate,
    OptionalDouble completionTokensMean,
    OptionalDouble truncatedShare,
    OptionalDouble entropyMean,
    OptionalDouble effectiveGradientShare,
    OptionalDouble taskVerdictRate,
    OptionalDouble modelAgreement,
    OptionalDouble usualSpread) {}
