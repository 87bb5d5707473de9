package org.galton.study.frechet;

import java.io.Serializable;
import java.util.Arrays;
import org.galton.numerics.SplitMix64;

/**
 * Which vectors of a group count, by the order of their numbers mixed with a seed: the first n, and
 * the next n where the reference has so many. Equal vectors have one place in that order; where a
 * boundary falls among them, each counts for the same part.
 */
record Cut(long first, double firstShare, long second, double secondShare) implements Serializable {
  private static final long STREAM = 0x5ca1ab1eL;

  static long place(GivenVector vector, long seed) {
    return SplitMix64.mix(vector.content() ^ SplitMix64.mix(seed + STREAM));
  }

  /**
   * @param places of all vectors of the group
   * @param wanted at most as many as there are
   */
  static Cut of(long[] places, int wanted) {
    long[] sorted = places.clone();
    Arrays.sort(sorted);
    int both = Math.min(sorted.length, 2 * wanted);
    return new Cut(
        sorted[wanted - 1], share(sorted, wanted), sorted[both - 1], share(sorted, both));
  }

  private static double share(long[] sorted, int wanted) {
    long at = sorted[wanted - 1];
    long equal = Arrays.stream(sorted).filter(place -> place == at).count();
    long below = Arrays.stream(sorted).filter(place -> place < at).count();
    return (wanted - below) / (double) equal;
  }

  /** How much a vector counts among the first n, from 0 to 1. */
  double first(long place) {
    return within(place, first, firstShare);
  }

  /** How much it counts among the next n. */
  double next(long place) {
    return within(place, second, secondShare) - first(place);
  }

  private static double within(long place, long last, double share) {
    return place < last ? 1 : place == last ? share : 0;
  }
}
