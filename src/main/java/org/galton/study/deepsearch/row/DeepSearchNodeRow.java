package org.galton.study.deepsearch.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A row of {@code deepsearch_nodes}; see its schema for the columns. */
public record DeepSearchNodeRow(
    String runId,
    String tree,
    String node,
    int depth,
    Optional<String> outcome,
    double entropy,
    OptionalInt backup,
    int visits,
    double qPaper,
    double qReleasedCode,
    double clipped,
    OptionalDouble advantage,
    OptionalDouble uct,
    OptionalDouble frontierDefault,
    OptionalDouble frontierWithEntropy) {}
