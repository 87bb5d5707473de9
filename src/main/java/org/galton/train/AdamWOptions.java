package org.galton.train;

import java.io.Serializable;

/**
 * What {@link AdamW} is told beside the learning rate.
 *
 * @param clip largest Euclidean norm of the gradient
 * @param weightDecay share of a weight that a step at learning rate 1 takes off
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 */
public record AdamWOptions(double clip, double weightDecay, double beta1, double beta2)
    implements Serializable {}
