package org.galton.study.deepsearch.row;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A row of {@code deepsearch_trees}; see its schema for the columns. */
public record DeepSearchTreeRow(
    String runId,
    String tree,
    boolean replayed,
    int given,
    int nodes,
    int terminals,
    int correct,
    int backedUp,
    OptionalInt expansions,
    Optional<String> ended,
    Optional<String> asked,
    OptionalDouble meanReward,
    double rootQ,
    Optional<String> selectedDefault,
    Optional<String> selectedWithEntropy) {}
