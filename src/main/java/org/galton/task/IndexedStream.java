package org.galton.task;

import java.util.List;
import org.galton.numerics.Fnv1a;
import org.galton.numerics.SplitMix64;

/**
 * Random numbers that are a function of a seed, a purpose and counters alone: {@link SplitMix64}
 * started from their hash, so that any index can be drawn without the ones before it.
 */
public final class IndexedStream {
  private final SplitMix64 random;

  public IndexedStream(long seed, String purpose, long... counters) {
    long state = SplitMix64.mix(SplitMix64.at(seed, 0) ^ Fnv1a.mixed(purpose));
    for (long counter : counters) {
      state = SplitMix64.mix(state ^ SplitMix64.at(counter, 0));
    }
    random = new SplitMix64(state);
  }

  public long next() {
    return random.nextLong();
  }

  /** From 0 to {@code bound - 1}; the bias is below bound / 2^63. */
  public int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }

  /** Both ends included. */
  public int between(int lowest, int highest) {
    return lowest + below(highest - lowest + 1);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return random.nextUnit();
  }

  public <T> T oneOf(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
