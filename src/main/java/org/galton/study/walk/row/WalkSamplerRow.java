package org.galton.study.walk.row;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A row of {@code walk_samplers}; see its schema for the columns. */
public record WalkSamplerRow(
    String runId,
    String sampler,
    boolean exact,
    double tv,
    OptionalDouble leafMass,
    OptionalDouble valuesPerStep,
    OptionalLong leafVisits,
    OptionalDouble effectiveSamples,
    OptionalDouble empiricalTv) {}
