package org.galton.scaling;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.numerics.Logistic;

/**
 * Expected reward against training compute, a saturating sigmoid in ln C.
 *
 * <pre>  R(C) = R0 + (A - R0) / (1 + (C_mid / C)^B)</pre>
 *
 * <p>A says how high a recipe ends, B and C_mid how fast it gets there. Half of the gain is reached
 * at C_mid. Far below it only (A - R0) C_mid^-B shows, far above it the curve is the power law A -
 * D/C^B. Evaluated in logarithms: (C_mid/C)^B overflows for small C.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 *
 * @param start R0, reward before the training, 0 to 1
 * @param asymptote A, reward as compute grows without limit, R0 to 1
 * @param exponent B, steepness in ln C, above 0
 * @param midpoint C_mid, in the unit of compute, above 0
 */
public record SigmoidCurve(double start, double asymptote, double exponent, double midpoint) {

  public SigmoidCurve {
    Expect.share(start, "start");
    Expect.that(asymptote >= start && asymptote <= 1, "asymptote", asymptote, start + " to 1");
    Expect.positive(exponent, "exponent");
    Expect.positive(midpoint, "midpoint");
  }

  public double rewardAt(double compute) {
    return start + (asymptote - start) * gainShareAt(compute);
  }

  /** The share of A - R0 that is reached: 1/(1 + (C_mid/C)^B). */
  public double gainShareAt(double compute) {
    Expect.positive(compute, "compute");
    return Logistic.probability(exponent * (Math.log(compute) - Math.log(midpoint)));
  }

  /**
   * C_mid ((r - R0)/(A - r))^(1/B); empty where no compute reaches the reward, or every compute is
   * above it, or none that a double can hold.
   */
  public OptionalDouble computeForReward(double reward) {
    if (!(reward > start && reward < asymptote)) {
      return OptionalDouble.empty();
    }
    double odds = Math.log(reward - start) - Math.log(asymptote - reward);
    double compute = midpoint * Math.exp(odds / exponent);
    return compute > 0 && Double.isFinite(compute)
        ? OptionalDouble.of(compute)
        : OptionalDouble.empty();
  }

  /** Compute at which this share of the gain is reached, such as 0.9: C_mid (s/(1-s))^(1/B). */
  public double computeForGainShare(double share) {
    Expect.that(share > 0 && share < 1, "share of the gain", share, "between 0 and 1");
    return midpoint * Math.exp((Math.log(share) - Math.log1p(-share)) / exponent);
  }

  /** dR/dlnC at C_mid, where the curve is steepest: (A - R0) B / 4. */
  public double slopeAtMidpoint() {
    return (asymptote - start) * exponent / 4;
  }

  /** D of the tail A - D/C^B far above C_mid: (A - R0) C_mid^B. */
  public double tailCoefficient() {
    return (asymptote - start) * Math.pow(midpoint, exponent);
  }
}
