package org.galton.statistics.error;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.special.Gamma;
import org.galton.numerics.CompensatedSum;
import org.galton.numerics.Expect;
import org.galton.statistics.Confidence;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;

/**
 * A Beta distribution over one prompt's solve rate: a prior, or after {@link #given} a posterior.
 *
 * <pre>  Beta(a, b) given c of n  =  Beta(a + c, b + n - c)</pre>
 *
 * <p>Defined for every n, also 0, and never certain: a prompt with c = 0 keeps a positive mean,
 * which is the prior speaking. Its intervals cover the noise of sampling rollouts only.
 *
 * @param alpha first shape, above 0; one more than the right rollouts under the uniform prior
 * @param beta second shape, above 0; one more than the wrong rollouts under the uniform prior
 */
public record BetaBelief(double alpha, double beta) {

  /** Beta(1, 1): every rate equally likely. */
  public static final BetaBelief UNIFORM = new BetaBelief(1, 1);

  /** Beta(1/2, 1/2): invariant under a change of scale; intervals with good coverage. */
  public static final BetaBelief JEFFREYS = new BetaBelief(0.5, 0.5);

  private static final double QUANTILE_ACCURACY = 1e-15;

  public BetaBelief {
    Expect.that(alpha > 0 && Double.isFinite(alpha), "alpha", alpha, "above 0");
    Expect.that(beta > 0 && Double.isFinite(beta), "beta", beta, "above 0");
  }

  /** The belief after these rollouts. */
  public BetaBelief given(Tally tally) {
    return new BetaBelief(alpha + tally.correct(), beta + tally.wrong());
  }

  public double mean() {
    return alpha / (alpha + beta);
  }

  public double variance() {
    double total = alpha + beta;
    return alpha / total * (beta / total) / (total + 1);
  }

  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  /** The rate below which this share of the belief lies. */
  public double quantile(double probability) {
    Expect.that(probability > 0 && probability < 1, "probability", probability, "between 0 and 1");
    if (alpha == 1) {
      return -Math.expm1(Math.log1p(-probability) / beta);
    }
    if (beta == 1) {
      return Math.exp(Math.log(probability) / alpha);
    }
    return new BetaDistribution(null, alpha, beta, QUANTILE_ACCURACY)
        .inverseCumulativeProbability(probability);
  }

  /** The central interval that holds the rate with this probability. */
  public Interval interval(double confidence) {
    double tail = new Confidence(confidence).tail();
    return new Interval(quantile(tail), quantile(1 - tail));
  }

  /**
   * Expected pass@k under this belief, for any k, also beyond the rollouts seen.
   *
   * <pre>  1 - B(a, b + k)/B(a, b) = 1 - prod_{i&lt;k} (b + i)/(a + b + i)</pre>
   *
   * <p>For a prompt never solved it is a statement of the prior and must be labelled so: n = 20, c
   * = 0, k = 100 gives 0.83 under the uniform prior. Cost: k logarithms.
   */
  public double passAtK(int k) {
    Expect.that(k >= 1, "k", k, "1 or more");
    return -Math.expm1(logFailure(k));
  }

  /**
   * The power law that the failure follows for large k: its exponent is alpha, its constant this.
   *
   * <pre>  1 - pass@k ~ Gamma(a + b)/Gamma(b) k^-a</pre>
   */
  public double failureConstant() {
    return Math.exp(Gamma.logGamma(alpha + beta) - Gamma.logGamma(beta));
  }

  private double logFailure(int k) {
    CompensatedSum log = new CompensatedSum();
    for (int i = 0; i < k; i++) {
      double share = alpha / (alpha + beta + i);
      log.add(share < 0.5 ? Math.log1p(-share) : Math.log((beta + i) / (alpha + beta + i)));
    }
    return log.value();
  }
}
