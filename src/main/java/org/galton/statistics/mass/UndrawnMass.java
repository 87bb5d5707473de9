package org.galton.statistics.mass;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;

/**
 * What N rollouts are expected to leave undrawn, when the probabilities are known.
 *
 * <pre>  E[mass] = sum p (1-p)^N,   E[U2] = sum p^2 (1-p)^N</pre>
 *
 * <p>U2 is what can turn a step against the correct mass ({@link MassBalance}). Without
 * probabilities see {@link UndrawnEstimate}.
 *
 * <p>Hu et al., BroRL, 2025, arXiv:2510.01180.
 *
 * @param rollouts N, 0 or more
 */
public record UndrawnMass(int rollouts) {

  public UndrawnMass {
    Expect.that(rollouts >= 0, "rollouts", rollouts, "0 or more");
  }

  /** Expected undrawn mass of these items. */
  public double mass(double... probabilities) {
    return sum(probabilities, p -> p * missed(p));
  }

  /** Expected sum of squared probabilities of the undrawn ones among these items. */
  public double squares(double... probabilities) {
    return sum(probabilities, p -> p * p * missed(p));
  }

  /** The probability whose item contributes most to U2, 2/(N+2). */
  public double worstProbability() {
    return 2 / (rollouts + 2.0);
  }

  /** The most that one item contributes to U2, about 4 e^-2/N^2. */
  public double worstSquare() {
    return squares(worstProbability());
  }

  /**
   * Upper bound of U2 over every way to split a pool of this mass, Q/(N+1) (N/(N+1))^N &lt; Q/(e
   * N).
   */
  public double squaresBound(double poolMass) {
    Expect.that(poolMass >= 0 && poolMass <= 1, "poolMass", poolMass, "0 to 1");
    return poolMass * mass(1 / (rollouts + 1.0));
  }

  /** Rollouts after which an item is undrawn with probability one half, ln 2 / -ln(1-p). */
  public static double halfLife(double probability) {
    Expect.that(probability > 0 && probability < 1, "probability", probability, "between 0 and 1");
    return Math.log(2) / -Math.log1p(-probability);
  }

  /** (1-p)^N. */
  private double missed(double probability) {
    Expect.that(probability >= 0 && probability <= 1, "probability", probability, "0 to 1");
    // 0 * log(0) would be NaN.
    return rollouts == 0 ? 1 : Math.exp(rollouts * Math.log1p(-probability));
  }

  private static double sum(double[] probabilities, DoubleUnaryOperator term) {
    return CompensatedSum.ofSorted(Arrays.stream(probabilities).map(term).toArray());
  }
}
