package org.galton.search;

import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;

/**
 * Values with an error of known size: each is multiplied by (1 + eps)^(2u - 1), where u is uniform
 * in [0, 1) and a hash of the prompt and the partial completion, and cut at 1. So the ratio of the
 * two values is at most 1 + eps, and the same text has the same value every time.
 *
 * @param exact the values without error
 * @param prompt what tells the prompt from others
 * @param eps 0 or more
 */
record NoisyVerifier(ProcessVerifier exact, String prompt, double eps) implements ProcessVerifier {
  @Override
  public double value(String partial) {
    double u = SplitMix64.unit(Fnv1a.mixed(prompt + '\n' + partial));
    return Math.min(1, exact.value(partial) * Math.pow(1 + eps, 2 * u - 1));
  }
}
