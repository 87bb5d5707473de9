package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** What a step learned, as columns. */
public record StepLearning(
    long tokensLearned,
    double learningRate,
    OptionalDouble loss,
    OptionalDouble ratioMean,
    OptionalDouble ratioMax,
    OptionalDouble logRatioMean,
    OptionalDouble logRatioMax,
    OptionalDouble clippedLow,
    OptionalDouble clippedHigh,
    OptionalDouble kl,
    OptionalDouble gradientNorm) {}
