package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code label_counts}; see its schema for the columns. A NULL is null. */
public record LabelCountRow(
    String runId, String rule, String label, String reason, long posts, long tokens)
    implements Serializable {}
