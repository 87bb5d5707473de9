package org.galton.reward.loss;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * What keeps the policy near a reference, by the estimator of low variance. With d the logarithm of
 * a token's probability under the reference less that under the policy:
 *
 * <pre>
 *  value_t = -weight ( exp(d_t) - d_t - 1 )        coefficient_t = weight ( exp(d_t) - 1 )
 * </pre>
 *
 * <p>To be added to the values and coefficients of a {@link TokenLoss}. Unbiased for the divergence
 * KL(policy, reference) of tokens that the policy drew; its gradient is not that of the divergence.
 *
 * <p>Schulman, Approximating KL Divergence, 2020.
 *
 * @param weight 0 or more
 */
public record KlPenalty(double weight) implements Serializable {

  public KlPenalty {
    Expect.that(weight >= 0 && Double.isFinite(weight), "kl", weight, "a finite number from 0");
  }

  /**
   * @param trained natural logarithm of each token's probability under the policy that learns
   * @param reference the same under the reference
   * @throws IllegalArgumentException as {@link TokenLoss#terms}
   */
  public TokenTerms terms(double[] trained, double[] reference) {
    double[] logs = Ratios.logs(reference, trained);
    double[] ratios = Ratios.exponentials(logs);
    double[] values = new double[logs.length];
    double[] coefficients = new double[logs.length];
    for (int t = 0; t < logs.length; t++) {
      coefficients[t] = weight * Math.expm1(logs[t]);
      values[t] = -weight * (Math.expm1(logs[t]) - logs[t]);
    }
    return new TokenTerms(ratios, values, coefficients, 0, 0);
  }
}
