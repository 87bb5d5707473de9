package org.galton.study.leaderboard;

import java.io.Serializable;
import java.util.Arrays;

/** Seconds of rollouts, eight bytes each. */
final class SecondsList implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double[] NONE = {};

  private double[] values = NONE;
  private int size;

  void add(double seconds) {
    room(1);
    values[size++] = seconds;
  }

  void addAll(SecondsList other) {
    room(other.size);
    System.arraycopy(other.values, 0, values, size, other.size);
    size += other.size;
  }

  private void room(int more) {
    int wanted = Math.addExact(size, more);
    if (wanted > values.length) {
      values = Arrays.copyOf(values, Math.max(wanted, (int) Math.min(2L * size, 1L << 30)));
    }
  }

  double[] sorted() {
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
