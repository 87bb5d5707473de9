package org.galton.balance.test;

import org.galton.balance.TransitionCounts;

/**
 * Tests detailed balance by what a potential leaves unexplained of the log ratios of pairs. Over
 * pairs seen both ways,
 *
 * <pre>  y = ln T(f→g)/T(g→f),  w = 1 / (1/N(f→g) + 1/N(g→f)),
 *   X2 = min over V of the sum of w (y - V(f) + V(g))^2,</pre>
 *
 * <p>chi-square with as many degrees of freedom as there are independent cycles. Attempts cancel,
 * and the covariance of moves out of one state does not matter: both are differences of a
 * potential. Fast, calibrated for counts of 40 and more; with fewer it rejects too rarely, and an
 * X2 far below its degrees of freedom is lack of power, no support. {@link ExactCycleTest} decides.
 */
public final class CycleChiSquare {

  private static final double SOLVED = 1e-12;

  private CycleChiSquare() {}

  public static BalanceFit test(TransitionCounts counts) {
    PairGraph graph = PairGraph.twoWay(counts, 1);
    double[] ratios = new double[graph.pairs()];
    double[] weights = new double[graph.pairs()];
    double[] flows = new double[graph.pairs()];
    for (int pair = 0; pair < ratios.length; pair++) {
      double up = graph.up[pair];
      double down = graph.down[pair];
      ratios[pair] = Math.log(up / down);
      weights[pair] = up * down / (up + down);
      flows[pair] = weights[pair] * ratios[pair];
    }
    double[] potential =
        new PairLaplacian(graph, weights).solve(PairLaplacian.divergence(graph, flows), SOLVED);
    double sum = 0;
    for (int pair = 0; pair < ratios.length; pair++) {
      double rest = ratios[pair] - potential[graph.low[pair]] + potential[graph.high[pair]];
      sum += weights[pair] * rest * rest;
    }
    return BalanceFit.of(graph.pairs(), new PairForest(graph).cycles(graph), sum);
  }
}
