package org.galton.balance.bootstrap;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.galton.balance.TransitionCounts;
import org.galton.numerics.Expect;
import org.galton.numerics.PortableStream;

/**
 * Steps are independent: from each state as many as were counted, over its targets, staying and
 * escaping, with the shares that were counted. Cost: the steps, or the moves where a state has many
 * steps to few targets.
 */
final class StepResampling implements Resampling {
  /** From this many steps a target on, a binomial draw a target is faster than a draw a step. */
  private static final long MANY_STEPS = 1000;

  private final TransitionCounts counts;
  private final int[] rows;
  private final long[] attempts;

  StepResampling(TransitionCounts counts) {
    this.counts = counts;
    rows = new int[counts.states().size() + 1];
    attempts = new long[counts.states().size()];
    for (int move = 0; move < counts.moves(); move++) {
      rows[counts.source(move) + 1]++;
    }
    Arrays.parallelPrefix(rows, Integer::sum);
    for (int state = 0; state < attempts.length; state++) {
      attempts[state] = counts.attempts(state);
      Expect.that(
          attempts[state] <= Integer.MAX_VALUE,
          "attempts of " + counts.states().get(state),
          attempts[state],
          "at most 2147483647 to resample");
    }
  }

  @Override
  public TransitionCounts draw(PortableStream random) {
    long[] moves = new long[counts.moves()];
    long[] stays = new long[attempts.length];
    for (int state = 0; state < attempts.length; state++) {
      long[] ends = ends(state);
      long[] drawn = new long[ends.length];
      if (attempts[state] < MANY_STEPS * ends.length) {
        drawSteps(ends, (int) attempts[state], drawn, random);
      } else {
        drawEnds(ends, (int) attempts[state], drawn, random);
      }
      System.arraycopy(drawn, 0, moves, rows[state], ends.length - 1);
      stays[state] = drawn[ends.length - 1];
    }
    return counts.with(moves, stays, attempts.clone());
  }

  /** Counts of a row added up: its moves, then stays; the rest to all attempts are escapes. */
  private long[] ends(int state) {
    long[] ends = new long[rows[state + 1] - rows[state] + 1];
    for (int i = 0; i < ends.length - 1; i++) {
      ends[i] = counts.count(rows[state] + i);
    }
    ends[ends.length - 1] = counts.stays(state);
    Arrays.parallelPrefix(ends, Long::sum);
    return ends;
  }

  private static void drawSteps(long[] ends, int steps, long[] drawn, PortableStream random) {
    for (int step = 0; step < steps; step++) {
      long place = random.below(steps);
      if (place < ends[ends.length - 1]) {
        // The first end above the place; staying may have none of its own.
        int found = Arrays.binarySearch(ends, place + 1);
        int end = found < 0 ? -found - 1 : found;
        while (end > 0 && ends[end - 1] > place) {
          end--;
        }
        drawn[end]++;
      }
    }
  }

  private static void drawEnds(long[] ends, int steps, long[] drawn, PortableStream random) {
    int left = steps;
    long passed = 0;
    for (int end = 0; end < ends.length && left > 0; end++) {
      double share = (double) (ends[end] - passed) / (steps - passed);
      if (share > 0) {
        int ended =
            new BinomialDistribution(null, left, share).inverseCumulativeProbability(random.unit());
        drawn[end] = ended;
        left -= ended;
      }
      passed = ends[end];
    }
  }
}
