package org.galton.reward.loss;

/**
 * PPO's clipped loss of single tokens, as GRPO and DAPO use it.
 *
 * <pre>
 *  value_t = min( rho_t A, clip(rho_t, 1 - low, 1 + high) A )
 *  coefficient_t = rho_t A, and 0 above the range for A &gt; 0 or below it for A &lt; 0
 * </pre>
 *
 * <p>Shao et al., DeepSeekMath, 2024, arXiv:2402.03300; Yu et al., DAPO, 2025, arXiv:2503.14476.
 *
 * @param name as specs call it
 * @param range outside of which nothing is learned
 * @param usual how the paper averages tokens
 */
public record ClippedLoss(String name, ClipRange range, Aggregate usual) implements TokenLoss {

  /** 0.2 on both sides, samples averaged. */
  public static ClippedLoss grpo() {
    return new ClippedLoss("grpo", new ClipRange(0.2, 0.2), Aggregate.SAMPLE);
  }

  /** Clip higher: 0.2 below, 0.28 above, tokens averaged. */
  public static ClippedLoss dapo() {
    return new ClippedLoss("dapo", new ClipRange(0.2, 0.28), Aggregate.TOKEN);
  }

  public ClippedLoss with(ClipRange option) {
    return new ClippedLoss(name, option, usual);
  }

  @Override
  public TokenTerms terms(double[] advantages, double[] trained, double[] drawn) {
    double[] ratios = Ratios.exponentials(Ratios.logs(advantages, trained, drawn));
    double[] values = new double[ratios.length];
    double[] coefficients = new double[ratios.length];
    int low = 0;
    int high = 0;
    for (int t = 0; t < ratios.length; t++) {
      values[t] = range.value(ratios[t], advantages[t]);
      coefficients[t] = range.coefficient(ratios[t], advantages[t]);
      low += range.cutsLow(ratios[t], advantages[t]) ? 1 : 0;
      high += range.cutsHigh(ratios[t], advantages[t]) ? 1 : 0;
    }
    return new TokenTerms(ratios, values, coefficients, low, high);
  }
}
