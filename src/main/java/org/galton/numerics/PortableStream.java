package org.galton.numerics;

/**
 * Random numbers that do not depend on who draws them, in which order, or in which language. The
 * seed is the FNV-1a hash of the UTF-8 text {@code seed|group|purpose|replicate} (64 bits, offset
 * cbf29ce484222325, prime 100000001b3), the generator {@link SplitMix64}.
 */
public final class PortableStream {
  private final SplitMix64 random;

  private PortableStream(SplitMix64 random) {
    this.random = random;
  }

  /**
   * The stream of one replicate.
   *
   * @param group whose data are shuffled
   * @param purpose such as the name of a null model
   */
  public static PortableStream of(long seed, String group, String purpose, int replicate) {
    String name = seed + "|" + group + "|" + purpose + "|" + replicate;
    return new PortableStream(new SplitMix64(Fnv1a.ofUtf8(name)));
  }

  public long nextLong() {
    return random.nextLong();
  }

  /** Uniform in [0, 1): the upper 53 bits of the next number. */
  public double unit() {
    return random.nextUnit();
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
