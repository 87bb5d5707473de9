package org.galton.numerics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks of values among each other, counted from 1; equal values share their mean rank. */
public final class MidRanks {

  private MidRanks() {}

  /** One rank a value, in the order of the values, which are not NaN. Cost: one sort. */
  public static double[] of(double[] values) {
    int n = values.length;
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] ranks = new double[n];
    int from = 0;
    while (from < n) {
      int to = from + 1;
      while (to < n && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int place = from; place < to; place++) {
        ranks[order[place]] = (from + 1 + to) / 2.0;
      }
      from = to;
    }
    return ranks;
  }
}
