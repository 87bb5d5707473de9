package org.galton.study.worlds.row;

/** A row of {@code world_models}; see its schema for the columns. */
public record WorldModelRow(
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
    int transitions,
    int transitionsRight,
    String program) {}
