package org.galton.emergence.diagnosis;

import org.galton.emergence.surrogate.Transitions;

/**
 * Cuts series of at most 64 rounds at their medians, as {@code Discretization} does into two bins:
 * one bit a transition.
 */
final class BinaryMasks {
  private final long[] nowBit;
  private final long[] nextBit;
  private final double[] scratch;
  private final long[] now;
  private final long[] next;
  private final boolean[] varies;

  BinaryMasks(int series, Transitions transitions) {
    this.nowBit = bits(transitions.from(), transitions.places());
    this.nextBit = bits(transitions.to(), transitions.places());
    this.scratch = new double[transitions.places()];
    this.now = new long[series];
    this.next = new long[series];
    this.varies = new boolean[series];
  }

  private static long[] bits(int[] places, int length) {
    long[] bits = new long[length];
    for (int i = 0; i < places.length; i++) {
      bits[places[i]] = 1L << i;
    }
    return bits;
  }

  void read(int series, double[] values) {
    System.arraycopy(values, 0, scratch, 0, scratch.length);
    double edge = MedianSelection.median(scratch, scratch.length);
    int above = 0;
    int below = 0;
    for (int place = 0; place < scratch.length; place++) {
      above += values[place] > edge ? 1 : 0;
      below += values[place] < edge ? 1 : 0;
    }
    varies[series] = above > 0 || below > 0;
    now[series] = 0;
    next[series] = 0;
    for (int place = 0; place < scratch.length; place++) {
      // Where nothing is above the edge, what is on it belongs above.
      if (values[place] > edge || (above == 0 && below > 0 && values[place] == edge)) {
        now[series] |= nowBit[place];
        next[series] |= nextBit[place];
      }
    }
  }

  long now(int series) {
    return now[series];
  }

  long next(int series) {
    return next[series];
  }

  /** Not constant. */
  boolean varies(int series) {
    return varies[series];
  }
}
