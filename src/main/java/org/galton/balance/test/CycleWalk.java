package org.galton.balance.test;

import java.util.List;
import org.galton.numerics.PortableStream;

/**
 * Moves passed around cycles: Metropolis steps among the tables of counts with the same totals of
 * pairs and the same net outflows of states, in which a table is as probable as the product of
 * n!/(x! (n-x)!) over pairs. A step on a given cycle is reversible.
 */
final class CycleWalk {
  private final int[][] cycles;
  private final long[] totals;
  private final int[] reaches;
  private final LogFactorials factorials;

  CycleWalk(PairGraph graph, List<int[]> cycles) {
    this.cycles = cycles.toArray(int[][]::new);
    totals = new long[graph.pairs()];
    long most = 0;
    for (int pair = 0; pair < totals.length; pair++) {
      totals[pair] = graph.total(pair);
      most = Math.max(most, totals[pair]);
    }
    factorials = new LogFactorials(most);
    reaches = new int[this.cycles.length];
    for (int cycle = 0; cycle < reaches.length; cycle++) {
      reaches[cycle] = reach(this.cycles[cycle]);
    }
  }

  /**
   * Two standard deviations of what goes around, were the pairs of the cycle even: one move where
   * counts are small.
   */
  private int reach(int[] cycle) {
    double precision = 0;
    for (int step : cycle) {
      precision += 4.0 / totals[step < 0 ? ~step : step];
    }
    return (int) Math.min(1 << 20, Math.max(1, 2 / Math.sqrt(precision)));
  }

  /** Tries to pass some moves around a cycle, one way or the other. */
  void step(int cycle, long[] up, PortableStream random) {
    int reach = reaches[cycle];
    int drawn = random.below(2 * reach);
    long along = drawn < reach ? drawn + 1 : reach - drawn - 1;
    int[] steps = cycles[cycle];
    double gain = 0;
    for (int step : steps) {
      int pair = step < 0 ? ~step : step;
      long before = up[pair];
      long after = step < 0 ? before - along : before + along;
      long total = totals[pair];
      if (after < 0 || after > total) {
        return;
      }
      gain +=
          factorials.of(before)
              + factorials.of(total - before)
              - factorials.of(after)
              - factorials.of(total - after);
    }
    if (gain >= 0 || random.unit() < Math.exp(gain)) {
      for (int step : steps) {
        if (step < 0) {
          up[~step] -= along;
        } else {
          up[step] += along;
        }
      }
    }
  }

  /** U = sum of ln x! + ln (n-x)!: how improbable a table is, up to a constant. */
  double improbability(long[] up) {
    double sum = 0;
    for (int pair = 0; pair < up.length; pair++) {
      sum += factorials.of(up[pair]) + factorials.of(totals[pair] - up[pair]);
    }
    return sum;
  }
}
