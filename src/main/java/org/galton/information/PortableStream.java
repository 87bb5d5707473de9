package org.galton.information;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * Random numbers that do not depend on who draws them, in which order, or in which language. The
 * seed is the FNV-1a hash of the UTF-8 text {@code seed|group|purpose|replicate} (64 bits, offset
 * cbf29ce484222325, prime 100000001b3), the generator SplitMix64.
 *
 * <p>Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
 */
public final class PortableStream {
  private static final long OFFSET = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private final SplittableRandom random;

  PortableStream(long state) {
    random = new SplittableRandom(state);
  }

  /**
   * The stream of one replicate.
   *
   * @param group whose data are shuffled
   * @param purpose such as the name of a null model
   */
  public static PortableStream of(long seed, String group, String purpose, int replicate) {
    return new PortableStream(state(seed + "|" + group + "|" + purpose + "|" + replicate));
  }

  static long state(String text) {
    long hash = OFFSET;
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (octet & 0xFF)) * PRIME;
    }
    return hash;
  }

  public long nextLong() {
    return random.nextLong();
  }

  /** Uniform in [0, 1): the upper 53 bits of the next number. */
  public double unit() {
    return (random.nextLong() >>> 11) * 0x1p-53;
  }

  /** Uniform in 0 to bound - 1, floor(unit * bound); the bias is below bound / 2^53. */
  public int below(int bound) {
    return (int) (unit() * bound);
  }

  /**
   * Each order of 0 to length - 1 equally likely; Fisher and Yates' shuffle from the last place.
   */
  public int[] permutation(int length) {
    int[] places = new int[length];
    permute(places);
    return places;
  }

  /** Fills an array with {@link #permutation} of its length. */
  public void permute(int[] places) {
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    for (int i = places.length - 1; i >= 1; i--) {
      int j = below(i + 1);
      int kept = places[i];
      places[i] = places[j];
      places[j] = kept;
    }
  }
}
