package org.galton.reward.loss;

import org.galton.numerics.Expect;

/**
 * CISPO: REINFORCE with a truncated importance weight, through which no gradient flows.
 *
 * <pre>
 *  value_t = min(rho_t, largest) A ln pi_trained(y_t)        coefficient_t = min(rho_t, largest) A
 * </pre>
 *
 * <p>No token loses its gradient, and there is no lower bound.
 *
 * <p>MiniMax-M1, 2025, arXiv:2506.13585; Khatri et al., 2025, arXiv:2510.13786.
 *
 * @param largest eps_max, at which the ratio is cut off: 1 or more, 4 to 8 in use
 */
public record CispoLoss(double largest) implements TokenLoss {

  public CispoLoss {
    Expect.that(
        largest >= 1 && Double.isFinite(largest), "eps_max", largest, "a finite number from 1");
  }

  /** eps_max 5. */
  public static CispoLoss withDefaults() {
    return new CispoLoss(5);
  }

  @Override
  public String name() {
    return "cispo";
  }

  @Override
  public Aggregate usual() {
    return Aggregate.PROMPT;
  }

  @Override
  public TokenTerms terms(double[] advantages, double[] trained, double[] drawn) {
    double[] ratios = Ratios.exponentials(Ratios.logs(advantages, trained, drawn));
    double[] values = new double[ratios.length];
    double[] coefficients = new double[ratios.length];
    int cut = 0;
    for (int t = 0; t < ratios.length; t++) {
      coefficients[t] = Math.min(ratios[t], largest) * advantages[t];
      values[t] = coefficients[t] * trained[t];
      cut += ratios[t] > largest ? 1 : 0;
    }
    return new TokenTerms(ratios, values, coefficients, 0, cut);
  }
}
