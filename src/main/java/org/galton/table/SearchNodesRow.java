package org.galton.table;

import java.util.List;

/** A row of {@code search_nodes}; see its schema for the columns. */
public record SearchNodesRow(
    String model,
    String task,
    String generation,
    String promptId,
    int rolloutIndex,
    int node,
    Integer parent,
    int depth,
    String text,
    List<Integer> tokenIds,
    double entropy,
    double logprobMean,
    String ending,
    Integer expansion,
    Integer backup,
    double q,
    int visits,
    Double advantage,
    boolean putOut) {}
