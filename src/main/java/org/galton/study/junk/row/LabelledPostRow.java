package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code labelled_posts}; see its schema for the columns. A NULL is null. */
public record LabelledPostRow(
    String runId,
    String postId,
    String rule,
    String label,
    String reason,
    int tokens,
    Long popularity)
    implements Serializable {}
