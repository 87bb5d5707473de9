package org.galton.train.policy;

/** 64-bit numbers as float32 numbers, three for each, without loss. */
final class ExactFloats {
  private static final int BITS = 22;
  private static final long MASK = (1L << BITS) - 1;

  private ExactFloats() {}

  static float[] of(long[] numbers) {
    float[] parts = new float[3 * numbers.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (numbers[i / 3] >>> (BITS * (i % 3))) & MASK;
    }
    return parts;
  }

  static long[] longs(float[] parts) {
    long[] numbers = new long[parts.length / 3];
    for (int i = 0; i < parts.length; i++) {
      numbers[i / 3] |= (long) parts[i] << (BITS * (i % 3));
    }
    return numbers;
  }
}
