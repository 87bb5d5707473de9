package org.galton.study.vgb.row;

import java.util.OptionalDouble;

/** A row of {@code vgb_horizons}; see its schema for the columns. A NULL is null. */
public record VgbHorizonRow(
    String runId,
    String task,
    String valueRule,
    int horizon,
    int leaves,
    double meanTau,
    OptionalDouble valueError,
    double oneWayTv,
    double oneWayLost,
    OptionalDouble oneWayKl,
    double firstLeafTv,
    double firstLeafMoves,
    double walkTv,
    double leafMass,
    double roundTripMoves,
    double roundTripTokens,
    double rejectionTokens,
    Integer samples) {}
