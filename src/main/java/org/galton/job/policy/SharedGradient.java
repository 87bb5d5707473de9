package org.galton.job.policy;

import org.galton.train.WeightVector;

/** The gradient of a whole batch, and what it has taken. */
public record SharedGradient(WeightVector gradient, ExecutorTime time) {}
