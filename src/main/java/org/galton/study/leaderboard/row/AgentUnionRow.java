package org.galton.study.leaderboard.row;

/** A row of {@code agent_unions}; see its schema for the columns. A NULL is null. */
public record AgentUnionRow(
    String runId,
    String task,
    int agents,
    int problems,
    double any,
    String bestModel,
    String bestScaffold,
    String bestEffort,
    double best) {}
