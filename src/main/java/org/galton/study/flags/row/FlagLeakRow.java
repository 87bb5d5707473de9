package org.galton.study.flags.row;

import java.io.Serializable;

/** A row of {@code flag_leaks}; see its schema for the columns. */
public record FlagLeakRow(
    String runId,
    String task,
    String problem,
    String kind,
    String material,
    double share,
    String evidence)
    implements Serializable {}
