package org.galton.task;

import java.util.List;

/**
 * Random numbers that are a function of a seed, a purpose and counters alone: SplitMix64 (Steele,
 * Lea and Flood 2014) started from their hash, so that any index can be drawn without the ones
 * before it.
 */
final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Draws(long seed, String purpose, long... counters) {
    state = mix(mix(seed + GOLDEN) ^ hash(purpose));
    for (long counter : counters) {
      state = mix(state ^ mix(counter + GOLDEN));
    }
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 to {@code bound - 1}; the bias is below bound / 2^63. */
  int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }

  /** Both ends included. */
  int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A 64-bit hash of a text that no Java version changes (FNV-1a, mixed). */
  static long hash(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(hash);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
