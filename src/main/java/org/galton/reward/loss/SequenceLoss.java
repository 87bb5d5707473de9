package org.galton.reward.loss;

import java.util.Arrays;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;

/**
 * GSPO: one ratio for the whole sample, clipped as PPO clips a token's.
 *
 * <pre>
 *  s = exp( mean_t ( ln pi_trained(y_t) - ln pi_drawn(y_t) ) )
 *  value_t = min( s A, clip(s, 1 - low, 1 + high) A )    coefficient_t = s A, or 0 where clipped
 * </pre>
 *
 * <p>The value of the sample is that of each of its tokens, and its tokens weigh alike, so that the
 * gradient of s, shared by |y| tokens, leaves each of them s A.
 *
 * <p>Zheng et al., Group Sequence Policy Optimization, 2025, arXiv:2507.18071.
 *
 * @param range outside of which the sample teaches nothing
 */
public record SequenceLoss(ClipRange range) implements TokenLoss {

  /** 0.0003 below, 0.0004 above. */
  public static SequenceLoss withDefaults() {
    return new SequenceLoss(new ClipRange(3e-4, 4e-4));
  }

  @Override
  public String name() {
    return "gspo";
  }

  @Override
  public Aggregate usual() {
    return Aggregate.SAMPLE;
  }

  @Override
  public boolean isOfTokens() {
    return false;
  }

  @Override
  public TokenTerms terms(double[] advantages, double[] trained, double[] drawn) {
    double[] logs = Ratios.logs(advantages, trained, drawn);
    int tokens = logs.length;
    double advantage = tokens == 0 ? 0 : advantages[0];
    for (double other : advantages) {
      Expect.that(other == advantage, "advantage of a token", other, "that of its sample");
    }
    double ratio = tokens == 0 ? 1 : Math.exp(CompensatedSum.of(logs) / tokens);
    return new TokenTerms(
        repeated(ratio, tokens),
        repeated(range.value(ratio, advantage), tokens),
        repeated(range.coefficient(ratio, advantage), tokens),
        range.cutsLow(ratio, advantage) ? tokens : 0,
        range.cutsHigh(ratio, advantage) ? tokens : 0);
  }

  private static double[] repeated(double value, int times) {
    double[] values = new double[times];
    Arrays.fill(values, value);
    return values;
  }
}
