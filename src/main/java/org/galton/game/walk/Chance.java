package org.galton.game.walk;

/**
 * Random numbers that are a function of a seed and a counter alone: SplitMix64 (Steele, Lea and
 * Flood, OOPSLA 2014), its output function applied to the seed and again to the counter's step.
 */
public final class Chance {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  // Keeps these numbers apart from those that a model draws from the same seed.
  private static final long PURPOSE = 0x77616C6BL;

  private Chance() {}

  /** In [0, 1), with 53 random bits. */
  public static double at(long seed, long counter) {
    return (mixed(seed, counter) >>> 11) * 0x1p-53;
  }

  /** From 0 to {@code bound - 1}; the bias is below bound / 2^63. */
  public static int below(int bound, long seed, long counter) {
    return (int) ((mixed(seed, counter) >>> 1) % bound);
  }

  private static long mixed(long seed, long counter) {
    return mix(mix(seed ^ PURPOSE) + GOLDEN * (counter + 1));
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
