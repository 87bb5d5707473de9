package org.galton.reward.loss;

import java.util.Arrays;

/**
 * REINFORCE: no importance weight, so unbiased only where the policy that learns has drawn.
 *
 * <pre>  value_t = A ln pi_trained(y_t)        coefficient_t = A</pre>
 *
 * <p>Williams, Simple statistical gradient-following algorithms, 1992.
 */
public record ReinforceLoss() implements TokenLoss {

  @Override
  public String name() {
    return "reinforce";
  }

  @Override
  public Aggregate usual() {
    return Aggregate.PROMPT;
  }

  @Override
  public TokenTerms terms(double advantage, double[] trained, double[] drawn) {
    double[] ratios = Ratios.exponentials(Ratios.logs(advantage, trained, drawn));
    double[] coefficients = new double[ratios.length];
    Arrays.fill(coefficients, advantage);
    double[] values = Arrays.stream(trained).map(log -> advantage * log).toArray();
    return new TokenTerms(ratios, values, coefficients, 0, 0);
  }
}
