package org.galton.statistics;

import java.nio.charset.StandardCharsets;

/**
 * A small generator whose stream is fixed by this file, so that a seed gives the same draws on
 * every platform and version.
 *
 * <p>Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
 */
final class SplitMix64 {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  /** A stream of its own for each name under one seed (FNV-1a of the name). */
  static SplitMix64 named(long seed, String name) {
    long hash = 0xCBF29CE484222325L;
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * 0x100000001B3L;
    }
    return new SplitMix64(seed ^ hash);
  }

  long nextLong() {
    state += GOLDEN;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in 0 to bound - 1; the bias of the multiplication is below bound / 2^32. */
  int nextInt(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }
}
