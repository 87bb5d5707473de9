package org.galton.reinforce.spec;

import org.galton.train.AdamWOptions;

/**
 * How large steps are.
 *
 * @param learningRate from the end of the warm-up on
 * @param warmup steps in which the rate rises in a line from 0
 */
public record LearningPlan(double learningRate, int warmup, AdamWOptions optimizer) {

  /** Of a step, from 1. */
  public double rate(int step) {
    return step >= warmup ? learningRate : learningRate * step / warmup;
  }
}
