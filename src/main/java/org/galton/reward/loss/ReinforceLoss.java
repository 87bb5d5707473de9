package org.galton.reward.loss;

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
  public TokenTerms terms(double[] advantages, double[] trained, double[] drawn) {
    double[] ratios = Ratios.exponentials(Ratios.logs(advantages, trained, drawn));
    double[] values = new double[ratios.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = advantages[t] * trained[t];
    }
    return new TokenTerms(ratios, values, advantages.clone(), 0, 0);
  }
}
