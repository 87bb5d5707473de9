package org.galton.study.flags.row;

import java.io.Serializable;

/** A row of {@code flags}; see its schema for the columns. */
public record FlagRow(
    String runId,
    String task,
    String model,
    String scaffold,
    String problem,
    String rollout,
    String rubric,
    String judge,
    String rule,
    int step,
    String evidence)
    implements Serializable {}
