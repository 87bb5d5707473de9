package org.galton.study.frechet;

import java.io.Serializable;
import org.galton.frechet.GaussianMoments;
import org.galton.numerics.SplitMix64;

/**
 * Moments of a group: of two halves of what counts, of a second sample, and of every draw of the
 * bootstrap. A draw takes each unit as often as a Poisson number of mean 1 says that depends on the
 * seed and the unit alone, so files, order and partitions change nothing.
 */
final class GroupSamples implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long HALVES = 1;
  private static final long DRAWS = 2;

  private final long seed;
  private final GaussianMoments[] halves = new GaussianMoments[2];
  private final GaussianMoments second;
  private final GaussianMoments[] draws;

  GroupSamples(GivenVector first, FrechetRequest request) {
    seed = request.seed();
    for (int i = 0; i < halves.length; i++) {
      halves[i] = new GaussianMoments(first.numbers());
    }
    second = new GaussianMoments(first.numbers());
    draws = new GaussianMoments[request.draws()];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = new GaussianMoments(first.numbers());
    }
  }

  /** Moments that a group holds, by which its memory is known. */
  static int moments(int draws) {
    return draws + 4;
  }

  /**
   * @param times how often it counts
   * @param next how often it counts in the second sample
   */
  GroupSamples add(GivenVector vector, double times, double next) {
    double[] numbers = vector.numbers();
    halves[(int) (mixed(vector, HALVES) >>> 63)].add(numbers, times);
    second.add(numbers, next);
    for (int draw = 0; draw < draws.length; draw++) {
      draws[draw].add(numbers, times * poisson(SplitMix64.unit(mixed(vector, DRAWS + draw))));
    }
    return this;
  }

  private long mixed(GivenVector vector, long stream) {
    return SplitMix64.mix(vector.unit() ^ SplitMix64.mix(seed * 31 + stream));
  }

  /** By inversion; mean 1. */
  private static int poisson(double uniform) {
    double probability = Math.exp(-1);
    int count = 0;
    for (double below = probability; uniform >= below && count < 40; below += probability) {
      count++;
      probability /= count;
    }
    return count;
  }

  GroupSamples merge(GroupSamples other) {
    for (int i = 0; i < halves.length; i++) {
      halves[i].merge(other.halves[i]);
    }
    second.merge(other.second);
    for (int i = 0; i < draws.length; i++) {
      draws[i].merge(other.draws[i]);
    }
    return this;
  }

  /** All that counts. */
  GaussianMoments all() {
    return new GaussianMoments(new double[halves[0].dimensions()])
        .merge(halves[0])
        .merge(halves[1]);
  }

  GaussianMoments half(int which) {
    return halves[which];
  }

  GaussianMoments second() {
    return second;
  }

  GaussianMoments draw(int which) {
    return draws[which];
  }

  int draws() {
    return draws.length;
  }
}
