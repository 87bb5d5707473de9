package org.galton.study.junk.row;

/** A row of {@code simulated_posts}; see its schema for the columns. */
public record SimulatedPostRow(
    String runId,
    String id,
    String text,
    int tokens,
    int likes,
    int reposts,
    int replies,
    int quotes,
    String meaning) {}
