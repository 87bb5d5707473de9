package org.galton.study.cells.row;

/** A row of {@code cell_fits}; see its schema for the columns. A NULL is null. */
public record CellFitRow(
    String runId,
    long foundCells,
    long keptCells,
    long foundGenes,
    long keptGenes,
    double library,
    int top,
    int fitCells,
    Long points,
    Long fittedPoints,
    Double intercept,
    Double slope,
    Double zeroRank,
    Double fittedRSquared,
    Double rSquared,
    Double pearson,
    Double spearman,
    Long roundTripGenes,
    Double roundTripRmse,
    Double roundTripRSquared) {}
