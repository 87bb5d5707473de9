package org.galton.reward.loss;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What the tokens of one sample add to the objective J of a policy-gradient step, before the batch
 * weighs them ({@link Aggregate}).
 *
 * <pre>  rho_t = exp( ln pi_trained(y_t) - ln pi_drawn(y_t) )        A_t = advantage of the token
 * </pre>
 *
 * <p>The loss is -J: the gradient of the loss is the sum over tokens of -weight * coefficient *
 * gradient of ln pi_trained(y_t). Only learned tokens are handed over: masked ones, such as those
 * that an interruption put in, stay outside. Cost: one exponential a token.
 */
public sealed interface TokenLoss extends Serializable
    permits ReinforceLoss, ClippedLoss, SequenceLoss, CispoLoss {

  /** As specs and options call it. */
  String name();

  /** How the method's paper averages tokens. */
  Aggregate usual();

  /**
   * The terms of the learned tokens of one sample.
   *
   * @param advantages of each token, finite
   * @param trained natural logarithm of each token's probability under the policy that learns
   * @param drawn the same under the distribution that it was drawn from
   * @throws IllegalArgumentException when a number is not finite, the lengths differ, or a
   *     logarithm is above the other by more than 700, where its exponential would overflow; also
   *     when the loss looks at whole samples and the advantages of one differ
   */
  TokenTerms terms(double[] advantages, double[] trained, double[] drawn);

  /** The same where all tokens share the advantage of the sample. */
  default TokenTerms terms(double advantage, double[] trained, double[] drawn) {
    double[] advantages = new double[trained.length];
    Arrays.fill(advantages, Ratios.finite(advantage));
    return terms(advantages, trained, drawn);
  }

  /** Whether tokens of one sample may have different advantages. */
  default boolean isOfTokens() {
    return true;
  }

  /** dJ/d ln pi_trained(y_t) of each learned token of a sample; parameters of {@link #terms}. */
  default double[] coefficients(double advantage, double[] trained, double[] drawn) {
    return terms(advantage, trained, drawn).coefficients();
  }

  /** Every loss with its defaults. */
  static List<TokenLoss> all() {
    return List.of(
        new ReinforceLoss(),
        ClippedLoss.grpo(),
        ClippedLoss.dapo(),
        SequenceLoss.withDefaults(),
        CispoLoss.withDefaults());
  }
}
