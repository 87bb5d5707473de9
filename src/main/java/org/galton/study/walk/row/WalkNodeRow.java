package org.galton.study.walk.row;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A row of {@code walk_nodes}; see its schema for the columns. */
public record WalkNodeRow(
    String runId,
    String node,
    int depth,
    boolean leaf,
    double ref,
    OptionalDouble value,
    double exactValue,
    double stationary,
    OptionalDouble down,
    double up,
    double stay,
    OptionalLong visits,
    OptionalDouble target,
    OptionalDouble leafConditional,
    OptionalDouble oneWay,
    OptionalDouble firstLeaf) {}
