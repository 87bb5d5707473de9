package org.galton.reinforce.row;

import java.util.OptionalDouble;

/** What a step cost, as columns. */
public record StepCosts(
    double secondsDrawn,
    double secondsJudged,
    double secondsLearned,
    double secondsStored,
    OptionalDouble secondsSpark,
    double cpuSeconds,
    double flopsDrawn,
    double flopsLearned) {}
