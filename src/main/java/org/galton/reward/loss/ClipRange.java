package org.galton.reward.loss;

import java.io.Serializable;
import org.galton.numerics.Expect;

/**
 * The trust region of PPO around a ratio of 1.
 *
 * <pre>  value = min( rho A, clip(rho, 1 - low, 1 + high) A )</pre>
 *
 * <p>The gradient vanishes above the range for A &gt; 0 and below it for A &lt; 0, nowhere else.
 *
 * <p>Schulman et al., Proximal Policy Optimization, 2017, arXiv:1707.06347.
 *
 * @param low above 0 and below 1
 * @param high above 0
 */
public record ClipRange(double low, double high) implements Serializable {

  public ClipRange {
    Expect.that(low > 0 && low < 1, "low end of clipping", low, "above 0 and below 1");
    Expect.positive(high, "high end of clipping");
  }

  boolean cutsLow(double ratio, double advantage) {
    return advantage < 0 && ratio < 1 - low;
  }

  boolean cutsHigh(double ratio, double advantage) {
    return advantage > 0 && ratio > 1 + high;
  }

  double value(double ratio, double advantage) {
    double clipped = Math.min(Math.max(ratio, 1 - low), 1 + high);
    return Math.min(ratio * advantage, clipped * advantage);
  }

  double coefficient(double ratio, double advantage) {
    return cutsLow(ratio, advantage) || cutsHigh(ratio, advantage) ? 0 : ratio * advantage;
  }
}
