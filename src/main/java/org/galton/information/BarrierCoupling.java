package org.galton.information;

import java.util.Optional;
import org.galton.numerics.Bits;

/**
 * {@link LeastCoupling} for any alphabets, by a barrier method.
 *
 * <pre>  min over q of  sum q ln(q / sum_t q) - m sum ln q</pre>
 *
 * <p>by Newton's method within the couplings that keep the margins ({@link ExchangeSpace}), for m
 * from 1e-2 down to 1e-13 by tens. The optimum is missed by at most m nats a cell. Methods that
 * exchange mass cell by cell can stop short of it, and alternating ones crawl where it lies on the
 * border. Cost: about a hundred factorizations of a matrix with a row per exchange.
 */
final class BarrierCoupling {
  private static final int BARRIERS = 12;
  private static final int MOST_STEPS = 60;
  private static final int MOST_HALVINGS = 50;
  private static final double INSIDE = 0.99;
  private static final double ENOUGH_DESCENT = 1e-4;

  private final int[] pair;
  private final int[][] exchanges;
  private final int pairs;
  private double[] q;

  private BarrierCoupling(JointTable table) {
    ExchangeSpace space = new ExchangeSpace(table);
    pair = space.pairs();
    exchanges = space.exchanges();
    pairs = table.size(0) * table.size(1);
    q = space.start();
  }

  static double information(JointTable table) {
    BarrierCoupling coupling = new BarrierCoupling(table);
    double barrier = 1e-2;
    for (int i = 0; i < BARRIERS && coupling.exchanges.length > 0; i++) {
      coupling.descend(barrier);
      barrier /= 10;
    }
    return Math.max(0, table.entropy(2) + Bits.ofNats(coupling.objective(coupling.q, 0)));
  }

  private void descend(double barrier) {
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] slope = slope(barrier);
      Optional<Cholesky> curvature = Cholesky.of(curvature(barrier), 0);
      if (curvature.isEmpty()) {
        return;
      }
      double[] move = curvature.get().solve(slope);
      double decrement = 0;
      for (int e = 0; e < move.length; e++) {
        decrement += slope[e] * move[e];
      }
      if (decrement < barrier * 1e-3 || !move(move, decrement, barrier)) {
        return;
      }
    }
  }

  /** Against the move, as far as the objective falls and every cell stays above 0. */
  private boolean move(double[] move, double decrement, double barrier) {
    double[] change = new double[q.length];
    for (int e = 0; e < move.length; e++) {
      for (int i = 0; i < 4; i++) {
        change[exchanges[e][i]] -= ExchangeSpace.SIGNS[i] * move[e];
      }
    }
    double step = 1;
    for (int cell = 0; cell < q.length; cell++) {
      if (change[cell] < 0) {
        step = Math.min(step, -INSIDE * q[cell] / change[cell]);
      }
    }
    double before = objective(q, barrier);
    for (int halving = 0; halving < MOST_HALVINGS; halving++) {
      double[] next = q.clone();
      for (int cell = 0; cell < q.length; cell++) {
        next[cell] += step * change[cell];
      }
      if (objective(next, barrier) < before - ENOUGH_DESCENT * step * decrement) {
        q = next;
        return true;
      }
      step /= 2;
    }
    return false;
  }

  private double objective(double[] cells, double barrier) {
    double[] sums = sums(cells);
    double value = 0;
    for (int cell = 0; cell < cells.length; cell++) {
      value += cells[cell] * Math.log(cells[cell] / sums[pair[cell]]);
      value -= barrier == 0 ? 0 : barrier * Math.log(cells[cell]);
    }
    return value;
  }

  private double[] sums(double[] cells) {
    double[] sums = new double[pairs];
    for (int cell = 0; cell < cells.length; cell++) {
      sums[pair[cell]] += cells[cell];
    }
    return sums;
  }

  /** Of the objective along each exchange. */
  private double[] slope(double barrier) {
    double[] sums = sums(q);
    double[] slope = new double[exchanges.length];
    for (int e = 0; e < slope.length; e++) {
      for (int i = 0; i < 4; i++) {
        int cell = exchanges[e][i];
        slope[e] +=
            ExchangeSpace.SIGNS[i] * (Math.log(q[cell] / sums[pair[cell]]) - barrier / q[cell]);
      }
    }
    return slope;
  }

  private double[][] curvature(double barrier) {
    double[] sums = sums(q);
    double[][] curvature = new double[exchanges.length][exchanges.length];
    for (int e = 0; e < exchanges.length; e++) {
      for (int f = 0; f <= e; f++) {
        curvature[e][f] = curvature(exchanges[e], exchanges[f], sums, barrier);
        curvature[f][e] = curvature[e][f];
      }
    }
    return curvature;
  }

  private double curvature(int[] one, int[] other, double[] sums, double barrier) {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        if (pair[one[i]] == pair[other[j]]) {
          double p = q[one[i]];
          double own = one[i] == other[j] ? 1 / p + barrier / p / p : 0;
          sum += ExchangeSpace.SIGNS[i] * ExchangeSpace.SIGNS[j] * (own - 1 / sums[pair[one[i]]]);
        }
      }
    }
    return sum;
  }
}
