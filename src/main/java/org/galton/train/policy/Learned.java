package org.galton.train.policy;

/**
 * What an optimiser step did.
 *
 * @param gradientNorm before clipping; when it is not finite no weight was changed
 */
public record Learned(double gradientNorm) {
  /** Whether the weights were changed. */
  public boolean isFinite() {
    return Double.isFinite(gradientNorm);
  }
}
