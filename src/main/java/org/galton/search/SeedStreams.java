package org.galton.search;

import org.galton.numerics.SplitMix64;

/** The random numbers of a search: two streams of its seed, each read at any place. */
record SeedStreams(long decisions, long blocks) {
  static SeedStreams of(long seed) {
    long mixed = SplitMix64.mix(seed);
    return new SeedStreams(SplitMix64.at(mixed, 0), SplitMix64.at(mixed, 1));
  }

  /** Uniform in [0, 1): one of the decisions. */
  double uniform(long place) {
    return SplitMix64.unit(SplitMix64.at(decisions, place));
  }

  /** The seed of a block. */
  long block(long place) {
    return SplitMix64.at(blocks, place);
  }
}
