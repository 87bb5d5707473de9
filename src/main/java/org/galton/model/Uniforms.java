package org.galton.model;

/**
 * Counter-based random numbers: the {@code i}-th number of a seed is a function of the two and of
 * nothing else, so a rollout draws the same numbers wherever and in whatever company it is decoded.
 * SplitMix64's output function (Steele, Lea and Flood, OOPSLA 2014) applied twice: once to the
 * seed, once to the sum of that and the counter's step.
 */
public final class Uniforms {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Uniforms() {}

  /** The number for a position, in [0, 1) with 24 random bits: exact in float32. */
  public static float at(long seed, long position) {
    return (mix(mix(seed) + STEP * (position + 1)) >>> 40) * 0x1p-24f;
  }

  /** A seed for the {@code index}-th of many rollouts. */
  public static long seed(long seed, long index) {
    return mix(mix(seed) + STEP * (index + 1));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
