package org.galton.balance.test;

import org.galton.numerics.Logistic;

/**
 * Of moves over pairs, as a function of x: N(f→g) of n are binomial with ln odds x(f) - x(g).
 * Concave; its maximum is finite where every component is strongly connected.
 */
final class BinomialLikelihood {
  private static final int MOST_STEPS = 200;
  private static final double TOLERANCE = 1e-11;

  private final PairGraph graph;
  private final long[] moves;

  BinomialLikelihood(PairGraph graph) {
    this.graph = graph;
    moves = new long[graph.states];
    for (int pair = 0; pair < graph.pairs(); pair++) {
      moves[graph.low[pair]] += graph.total(pair);
      moves[graph.high[pair]] += graph.total(pair);
    }
  }

  /** Where it is largest, by Newton's method with steps halved while they lead down. */
  double[] maximum() {
    double[] x = new double[graph.states];
    double cost = cost(x);
    double first = imbalance(slope(x));
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] slope = slope(x);
      double imbalance = imbalance(slope);
      if (imbalance <= TOLERANCE) {
        break;
      }
      // Far from the maximum a rough direction leads as far.
      double tolerance = Math.max(1e-8, Math.min(0.1, imbalance / first));
      double[] direction = new PairLaplacian(graph, curvature(x)).solve(slope, tolerance);
      double length = 1;
      double[] next = moved(x, direction, length);
      double reached = cost(next);
      // Rounding alone may raise the cost near its end.
      while (reached > cost * (1 + 1e-14) && length > 1e-10) {
        length /= 2;
        next = moved(x, direction, length);
        reached = cost(next);
      }
      x = next;
      cost = reached;
    }
    return x;
  }

  /** 2 ln of the likelihood of observed shares over that at x. */
  double deviance(double[] x) {
    double sum = 0;
    for (int pair = 0; pair < graph.pairs(); pair++) {
      double odds = odds(x, pair);
      double up = graph.up[pair];
      double down = graph.down[pair];
      double total = up + down;
      sum += up == 0 ? 0 : up * (Math.log(up / total) + Logistic.softplus(-odds));
      sum += down == 0 ? 0 : down * (Math.log(down / total) + Logistic.softplus(odds));
    }
    return Math.max(0, 2 * sum);
  }

  private double odds(double[] x, int pair) {
    return x[graph.low[pair]] - x[graph.high[pair]];
  }

  /** - ln of the likelihood. */
  private double cost(double[] x) {
    double sum = 0;
    for (int pair = 0; pair < graph.pairs(); pair++) {
      double odds = odds(x, pair);
      sum += graph.up[pair] * Logistic.softplus(-odds) + graph.down[pair] * Logistic.softplus(odds);
    }
    return sum;
  }

  /** Observed minus expected net outflow of each state. */
  private double[] slope(double[] x) {
    double[] flows = new double[graph.pairs()];
    for (int pair = 0; pair < flows.length; pair++) {
      double odds = odds(x, pair);
      flows[pair] =
          graph.up[pair] * Logistic.probability(-odds)
              - graph.down[pair] * Logistic.probability(odds);
    }
    return PairLaplacian.divergence(graph, flows);
  }

  private double[] curvature(double[] x) {
    double[] weights = new double[graph.pairs()];
    for (int pair = 0; pair < weights.length; pair++) {
      double odds = odds(x, pair);
      weights[pair] = graph.total(pair) * Logistic.probability(odds) * Logistic.probability(-odds);
    }
    return weights;
  }

  /** Largest |observed - expected| net outflow of a state, as a share of its moves. */
  private double imbalance(double[] slope) {
    double most = 0;
    for (int state = 0; state < slope.length; state++) {
      if (moves[state] > 0) {
        most = Math.max(most, Math.abs(slope[state]) / moves[state]);
      }
    }
    return most;
  }

  private static double[] moved(double[] x, double[] direction, double length) {
    double[] next = new double[x.length];
    for (int state = 0; state < x.length; state++) {
      next[state] = x[state] + length * direction[state];
    }
    return next;
  }
}
