package org.galton.study.junk.row;

import java.io.Serializable;

/** A row of {@code failed_rollouts}; see its schema for the columns. A NULL is null. */
public record FailedRolloutRow(
    String runId,
    String task,
    String model,
    Double dose,
    String promptId,
    Integer rolloutIndex,
    String failure,
    String evidence)
    implements Serializable {}
