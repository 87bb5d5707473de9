package org.galton.study.worlds.row;

/** A row of {@code world_matches}; see its schema for the columns. */
public record WorldMatchRow(
    String runId,
    String game,
    String author,
    int synthesis,
    String opponent,
    int games,
    int wins,
    int draws,
    int losses,
    int forfeits,
    int opponentForfeits,
    double winsLow,
    double winsHigh,
    double meanReward,
    long simulations,
    long thrownAway) {}
