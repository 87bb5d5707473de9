package org.galton.reinforce.spec;

import org.galton.reward.loss.KlPenalty;
import org.galton.train.AdamWOptions;

/**
 * How far steps go, and from where.
 *
 * @param learningRate from the end of the warm-up on
 * @param warmup steps in which the rate rises in a line from 0
 * @param staleness steps between the policy that draws and the one that learns
 * @param kl keeps the policy near the start; of weight 0 where it does not
 */
public record LearningPlan(
    double learningRate, int warmup, AdamWOptions optimizer, int staleness, KlPenalty kl) {

  /** Of a step, from 1. */
  public double rate(int step) {
    return step >= warmup ? learningRate : learningRate * step / warmup;
  }
}
