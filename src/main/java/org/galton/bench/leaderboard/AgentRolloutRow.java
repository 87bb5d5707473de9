package org.galton.bench.leaderboard;

/** A rollout of an agent in a benchmark; see {@link AgentRollouts#TABLE} for the columns. */
public record AgentRolloutRow(
    String model,
    String scaffold,
    String task,
    String problem,
    String success,
    String status,
    int promptTokens,
    int completionTokens,
    double seconds,
    String date) {}
