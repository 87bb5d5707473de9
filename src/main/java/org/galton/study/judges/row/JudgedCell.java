package org.galton.study.judges.row;

import java.io.Serializable;

/** Rollouts of one model, task and sampling; columns of each table of judges. */
public record JudgedCell(String model, String task, String sampling, String generation)
    implements Serializable {}
