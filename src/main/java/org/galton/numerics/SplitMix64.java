package org.galton.numerics;

/**
 * A small generator whose stream is fixed by this file, so that a seed gives the same draws on
 * every platform and version.
 *
 * <p>Its i-th number is a function of the seed and i alone: {@link #at} takes it from the middle of
 * the stream, for numbers that must not depend on who draws them, and in which order.
 *
 * <p>Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
public final class SplitMix64 {
  /** What a stream's state grows by with each number: 2^64 over the golden ratio, made odd. */
  public static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix64(long seed) {
    state = seed;
  }

  /** A stream of its own for each name under one seed. */
  public static SplitMix64 named(long seed, String name) {
    return new SplitMix64(seed ^ Fnv1a.ofUtf8(name));
  }

  /** The number at a place of a seed's stream, counted from 0. */
  public static long at(long seed, long place) {
    return mix(seed + STEP * (place + 1));
  }

  /** The output function: a bijection under which close numbers come to lie apart. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number in [0, 1): the upper 53 bits. */
  public static double unit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }

  public long nextLong() {
    state += STEP;
    return mix(state);
  }

  /** Uniform in [0, 1). */
  public double nextUnit() {
    return unit(nextLong());
  }

  /** Uniform in 0 to bound - 1; the bias of the multiplication is below bound / 2^32. */
  public int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }
}
