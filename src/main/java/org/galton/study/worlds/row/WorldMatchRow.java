package org.galton.study.worlds.row;

import java.util.OptionalDouble;

/** A row of {@code world_matches}; see its schema for the columns. */
public record WorldMatchRow(
    String runId,
    String game,
    String author,
    int synthesis,
    String hidden,
    String opponent,
    int games,
    int wins,
    int draws,
    int losses,
    int forfeits,
    int opponentForfeits,
    double winsLow,
    double winsHigh,
    OptionalDouble playedOutWinsLow,
    OptionalDouble playedOutWinsHigh,
    double meanReward,
    double opponentMeanReward,
    long choices,
    long choicesByChance,
    long simulations,
    long thrownAway) {}
