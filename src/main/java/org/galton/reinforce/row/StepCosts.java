package org.galton.reinforce.row;

/** What a step cost, as columns. */
public record StepCosts(
    double secondsDrawn,
    double secondsJudged,
    double secondsLearned,
    double secondsStored,
    double cpuSeconds,
    double flopsDrawn,
    double flopsLearned) {}
