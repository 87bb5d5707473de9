package org.galton.study.balance.row;

import java.io.Serializable;

/** A row of {@code potentials}; see its schema for the columns. A NULL is null. */
public record PotentialRow(
    String runId,
    String experiment,
    String condition,
    String n0Mode,
    String kernel,
    Integer voteDraws,
    Integer voteAccept,
    String state,
    String status,
    Integer component,
    Long attempts,
    Long stays,
    Long escapes,
    Double potential,
    Double low,
    Double high,
    Double support)
    implements Serializable {}
