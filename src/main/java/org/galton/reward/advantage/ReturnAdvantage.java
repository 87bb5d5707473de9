package org.galton.reward.advantage;

import java.util.Arrays;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;

/**
 * REINFORCE: the return of a turn itself, or less a baseline.
 *
 * <pre>  A_t = G_t        A_t = G_t - mean G over all turns of the batch</pre>
 *
 * <p>Williams, Simple statistical gradient-following algorithms, Machine Learning 8, 1992.
 *
 * @param baseline what is taken off
 */
public record ReturnAdvantage(Baseline baseline) implements TurnAdvantage {

  /** What a return is compared with. */
  public enum Baseline {
    NONE,
    /** The mean of the batch. */
    MEAN
  }

  /** Without a baseline. */
  public static ReturnAdvantage plain() {
    return new ReturnAdvantage(Baseline.NONE);
  }

  public static ReturnAdvantage lessTheMean() {
    return new ReturnAdvantage(Baseline.MEAN);
  }

  @Override
  public String name() {
    return switch (baseline) {
      case NONE -> "reinforce";
      case MEAN -> "reinforce_mean";
    };
  }

  @Override
  public double[] ofTurns(double[] returns) {
    Expect.finite(returns, "return of a turn");
    if (returns.length == 0 || baseline == Baseline.NONE) {
      return returns.clone();
    }
    double mean = CompensatedSum.of(returns) / returns.length;
    return Arrays.stream(returns).map(value -> value - mean).toArray();
  }
}
