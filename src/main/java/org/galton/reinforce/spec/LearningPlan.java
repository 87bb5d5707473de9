package org.galton.reinforce.spec;

import java.util.Optional;
import org.galton.reward.loss.KlPenalty;
import org.galton.train.AdamWOptions;
import org.galton.train.policy.LowRank;

/**
 * How far steps go, and from where.
 *
 * @param learningRate from the end of the warm-up on
 * @param warmup steps in which the rate rises in a line from 0
 * @param staleness steps between the policy that draws and the one that learns
 * @param kl keeps the policy near the start; of weight 0 where it does not
 * @param lowRank what is learned, where that is not every weight
 * @param checkpoints whole ones, unless factors are learned and shall be kept as they are
 */
public record LearningPlan(
    double learningRate,
    int warmup,
    AdamWOptions optimizer,
    int staleness,
    KlPenalty kl,
    Optional<LowRank> lowRank,
    CheckpointForm checkpoints) {

  /** Of a step, from 1. */
  public double rate(int step) {
    return step >= warmup ? learningRate : learningRate * step / warmup;
  }
}
