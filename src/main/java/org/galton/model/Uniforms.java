package org.galton.model;

import org.galton.numerics.SplitMix64;

/**
 * Counter-based random numbers: the {@code i}-th number of a seed is a function of the two and of
 * nothing else, so a rollout draws the same numbers wherever and in whatever company it is decoded.
 * It is the {@code i}-th of the {@link SplitMix64} stream that starts from the mixed seed.
 */
public final class Uniforms {

  private Uniforms() {}

  /** The number for a position, in [0, 1) with 24 random bits: exact in float32. */
  public static float at(long seed, long position) {
    return (seed(seed, position) >>> 40) * 0x1p-24f;
  }

  /** A seed for the {@code index}-th of many rollouts. */
  public static long seed(long seed, long index) {
    return SplitMix64.at(SplitMix64.mix(seed), index);
  }
}
