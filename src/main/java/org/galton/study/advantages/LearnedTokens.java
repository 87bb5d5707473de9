package org.galton.study.advantages;

import java.io.Serializable;
import org.galton.reward.loss.TokenTerms;

/**
 * Tokens that a rollout is learned from.
 *
 * @param places in the completion, from 0
 * @param ratios of their probabilities
 * @param coefficients weighed, the KL penalty included
 * @param objective that they add to the batch's
 * @param clippedLow tokens below the range
 * @param clippedHigh tokens above the range
 */
record LearnedTokens(
    int[] places,
    double[] ratios,
    double[] coefficients,
    double objective,
    int clippedLow,
    int clippedHigh)
    implements Serializable {

  /** Of a rollout that is left out. */
  static final LearnedTokens NONE =
      new LearnedTokens(new int[0], new double[0], new double[0], 0, 0, 0);

  static LearnedTokens of(TokenLogs logs, double advantage, double weight, LossSettings settings) {
    TokenTerms terms = settings.loss().terms(advantage, logs.trained(), logs.drawn());
    double[] coefficients = new double[logs.places().length];
    for (int t = 0; t < coefficients.length; t++) {
      coefficients[t] = weight * terms.coefficients()[t];
    }
    double objective = weight * terms.objective();
    if (logs.reference() != null) {
      TokenTerms penalty = settings.kl().terms(logs.trained(), logs.reference());
      for (int t = 0; t < coefficients.length; t++) {
        coefficients[t] += weight * penalty.coefficients()[t];
      }
      objective += weight * penalty.objective();
    }
    return new LearnedTokens(
        logs.places(),
        terms.ratios(),
        coefficients,
        objective,
        terms.clippedLow(),
        terms.clippedHigh());
  }

  int clipped() {
    return clippedLow + clippedHigh;
  }
}
