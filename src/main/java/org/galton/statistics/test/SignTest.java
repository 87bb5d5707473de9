package org.galton.statistics.test;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.galton.numerics.Expect;

/**
 * Whether independent pairs rise as often as they fall.
 *
 * <pre>  p = min(1, 2 P(X &lt;= min(higher, lower))),   X ~ Binomial(higher + lower, 1/2)</pre>
 *
 * <p>Exact and two-sided. Pairs without a difference say nothing of its sign and are left out
 * before. Cost: constant.
 *
 * <p>Dixon and Mood, The Statistical Sign Test, Journal of the American Statistical Association 41,
 * 1946.
 */
public final class SignTest {

  private SignTest() {}

  /**
   * The two-sided p-value; absent where no pair has a difference.
   *
   * @param higher pairs that rise, 0 or more
   * @param lower pairs that fall, 0 or more
   */
  public static OptionalDouble of(int higher, int lower) {
    Expect.that(higher >= 0, "pairs that rise", higher, "0 or more");
    Expect.that(lower >= 0, "pairs that fall", lower, "0 or more");
    int pairs = Math.addExact(higher, lower);
    if (pairs == 0) {
      return OptionalDouble.empty();
    }
    double tail =
        new BinomialDistribution(null, pairs, 0.5).cumulativeProbability(Math.min(higher, lower));
    return OptionalDouble.of(Math.min(1, 2 * tail));
  }
}
