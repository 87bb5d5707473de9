package org.galton.statistics.mass;

import org.galton.numerics.CompensatedSum;

/**
 * How one step moves the probability of being right, by cause.
 *
 * @param correctMass Q_pos before the step
 * @param meanReward S_R
 * @param drawnCorrect gain from right items that were drawn, never negative
 * @param drawnWrong gain from wrong items that were drawn, never negative
 * @param undrawn gain or loss through items that were not drawn
 */
public record MassChange(
    double correctMass, double meanReward, double drawnCorrect, double drawnWrong, double undrawn) {

  /** Change of Q_pos to first order. */
  public double total() {
    return CompensatedSum.of(drawnCorrect, drawnWrong, undrawn);
  }
}
