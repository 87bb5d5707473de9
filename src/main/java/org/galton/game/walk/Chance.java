package org.galton.game.walk;

import org.galton.numerics.SplitMix64;

/**
 * Random numbers that are a function of a seed and a counter alone: the numbers of the {@link
 * SplitMix64} stream that starts from the mixed seed.
 */
public final class Chance {
  // Keeps these numbers apart from those that a model draws from the same seed.
  private static final long PURPOSE = 0x77616C6BL;

  private Chance() {}

  /** In [0, 1), with 53 random bits. */
  public static double at(long seed, long counter) {
    return SplitMix64.unit(mixed(seed, counter));
  }

  /** From 0 to {@code bound - 1}; the bias is below bound / 2^63. */
  public static int below(int bound, long seed, long counter) {
    return (int) ((mixed(seed, counter) >>> 1) % bound);
  }

  private static long mixed(long seed, long counter) {
    return SplitMix64.at(SplitMix64.mix(seed ^ PURPOSE), counter);
  }
}
