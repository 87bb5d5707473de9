package org.galton.study.worlds.row;

/** A row of {@code world_histories}; see its schema for the columns. */
public record WorldHistoryRow(
    String runId,
    String game,
    String author,
    int synthesis,
    String deck,
    int calls,
    int tests,
    int testsPassed,
    int unseenTests,
    int unseenPassed,
    String program) {}
