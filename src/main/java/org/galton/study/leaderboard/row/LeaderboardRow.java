package org.galton.study.leaderboard.row;

/** A row of {@code leaderboard}; see its schema for the columns. A NULL is null. */
public record LeaderboardRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String effort,
    int problems,
    long attempts,
    long scored,
    long excluded,
    Double success,
    Double ciLow,
    Double ciHigh,
    Long promptTokens,
    Long completionTokens,
    Double deviceSeconds,
    Double dollars,
    String dollarsBasis,
    Double tokensPerRollout,
    Double secondsPerRollout,
    Double dollarsPerRollout,
    Boolean tokensFrontier,
    Boolean tokensHull,
    Boolean secondsFrontier,
    Boolean secondsHull,
    Boolean dollarsFrontier,
    Boolean dollarsHull) {

  /** The same with whether it is on the frontiers. */
  public LeaderboardRow with(
      Boolean tokens,
      Boolean tokensOnHull,
      Boolean seconds,
      Boolean secondsOnHull,
      Boolean dollar,
      Boolean dollarOnHull) {
    return new LeaderboardRow(
        runId,
        task,
        model,
        scaffold,
        effort,
        problems,
        attempts,
        scored,
        excluded,
        success,
        ciLow,
        ciHigh,
        promptTokens,
        completionTokens,
        deviceSeconds,
        dollars,
        dollarsBasis,
        tokensPerRollout,
        secondsPerRollout,
        dollarsPerRollout,
        tokens,
        tokensOnHull,
        seconds,
        secondsOnHull,
        dollar,
        dollarOnHull);
  }
}
