package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code mixture_posts}; see its schema for the columns. */
public record MixturePostRow(
    String runId,
    double dose,
    int place,
    String postId,
    String label,
    int tokens,
    String contentHash,
    String text)
    implements Serializable {}
