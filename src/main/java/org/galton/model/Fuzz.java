package org.galton.model;

import org.galton.numerics.SplitMix64;

/**
 * Gaussian noise in the residual stream after a block:
 *
 * <pre>  x + magnitude · |x| / sqrt(width) · z,   z standard normal</pre>
 *
 * <p>so that a magnitude of 1 adds about as much as there is.
 *
 * @param layer block after which it is added, from 1; of no meaning at magnitude 0
 * @param magnitude 0 adds nothing
 * @param seed of the noise
 */
public record Fuzz(int layer, double magnitude, long seed) {
  /** No noise. */
  public static final Fuzz NONE = new Fuzz(0, 0, 0);

  public Fuzz {
    if (!(magnitude >= 0) || !Double.isFinite(magnitude)) {
      throw new IllegalArgumentException(
          "Invalid magnitude " + magnitude + " of noise: expected 0 or more");
    }
  }

  /** Standard normal numbers, [tokens · width], by Box and Muller. */
  public float[] noise(int tokens, int width) {
    float[] values = new float[tokens * width];
    if (magnitude == 0) {
      return values;
    }
    SplitMix64 random = new SplitMix64(seed);
    for (int i = 0; i < values.length; i++) {
      double radius = Math.sqrt(-2 * Math.log(1 - random.nextUnit()));
      values[i] = (float) (radius * Math.cos(2 * Math.PI * random.nextUnit()));
    }
    return values;
  }
}
