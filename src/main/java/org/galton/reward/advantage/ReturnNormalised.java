package org.galton.reward.advantage;

import java.util.Arrays;
import org.galton.numerics.Expect;
import org.galton.statistics.Moments;

/**
 * Return Batch Normalisation: returns in units of their deviation over all turns of the batch.
 *
 * <pre>  A_t = (G_t - mean G) / std G</pre>
 *
 * <p>The standard deviation divides by n, the number of turns of all episodes of all prompts. Where
 * all returns are equal, every advantage is 0.
 *
 * <p>Liu et al., GEM: A Gym for Agentic LLMs, 2025, arXiv:2510.01051.
 */
public record ReturnNormalised() implements TurnAdvantage {

  @Override
  public String name() {
    return "rebn";
  }

  @Override
  public double[] ofTurns(double[] returns) {
    Expect.finite(returns, "return of a turn");
    // Equal returns have deviations of rounding, which must not be blown up to 1.
    if (Arrays.stream(returns).distinct().count() < 2) {
      return new double[returns.length];
    }
    double[] deviations = Moments.deviations(returns);
    double spread = Centered.rootMeanSquare(deviations);
    return Arrays.stream(deviations).map(value -> Centered.inUnitsOf(spread, value)).toArray();
  }
}
