package org.galton.study.walk.row;

import java.util.OptionalDouble;

/** A row of {@code walk_trees}; see its schema for the columns. */
public record WalkTreeRow(
    String runId,
    int nodes,
    int leaves,
    int horizon,
    double meanTau,
    OptionalDouble valueError,
    double laziness,
    double leafMass,
    OptionalDouble leafMassBound,
    double oneWayTv,
    double oneWayLost,
    double firstLeafTv,
    double firstLeafSteps,
    double roundTripSteps,
    long steps,
    long seed) {}
