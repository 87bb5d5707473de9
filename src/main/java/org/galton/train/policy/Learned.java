package org.galton.train.policy;

/**
 * What an optimiser step did.
 *
 * @param gradientNorm before clipping; when it is not finite no weight was changed
 * @param weights after the step
 */
public record Learned(double gradientNorm, Weights weights) {
  /** What the weights are fit for. */
  public enum Weights {
    FINITE,
    /** Not numbers, or too large for any: go back to a saved state. */
    BROKEN
  }

  /** Whether the step can be built upon. */
  public boolean isFinite() {
    return Double.isFinite(gradientNorm) && weights == Weights.FINITE;
  }
}
