package org.galton.reinforce.spec;

import org.galton.train.AdamWOptions;

/**
 * How far steps go, and from where.
 *
 * @param learningRate from the end of the warm-up on
 * @param warmup steps in which the rate rises in a line from 0
 * @param staleness steps between the policy that draws and the one that learns
 * @param kl weight of the divergence from the start in the loss
 */
public record LearningPlan(
    double learningRate, int warmup, AdamWOptions optimizer, int staleness, double kl) {

  /** Of a step, from 1. */
  public double rate(int step) {
    return step >= warmup ? learningRate : learningRate * step / warmup;
  }
}
