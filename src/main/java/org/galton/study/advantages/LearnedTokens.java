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
    TokenTerms loss = settings.loss().terms(advantage, logs.trained(), logs.drawn());
    TokenTerms terms =
        logs.reference() == null
            ? loss
            : loss.plus(settings.kl().terms(logs.trained(), logs.reference()));
    double[] coefficients = new double[logs.places().length];
    for (int t = 0; t < coefficients.length; t++) {
      coefficients[t] = weight * terms.coefficients()[t];
    }
    return new LearnedTokens(
        logs.places(),
        terms.ratios(),
        coefficients,
        weight * terms.objective(),
        terms.clippedLow(),
        terms.clippedHigh());
  }

  int clipped() {
    return clippedLow + clippedHigh;
  }
}
