package org.galton.train;

import org.galton.task.Trainable;

/**
 * A task to train on.
 *
 * @param weight its share of the examples is its weight over the sum of weights
 */
public record TaskShare(Trainable task, double weight) {}
