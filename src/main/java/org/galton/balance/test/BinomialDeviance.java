package org.galton.balance.test;

import java.util.Map;
import java.util.TreeMap;
import org.galton.balance.TransitionCounts;

/**
 * Tests detailed balance by the likelihood of the moves under the best potential. In detailed
 * balance, of the n moves between f and g,
 *
 * <pre>  N(f→g) ~ Binomial(n, logistic(V(f) - V(g) + ln A(f)/A(g))),
 *   G2 = 2 (ln L of the observed shares - ln L of the best V),</pre>
 *
 * <p>chi-square with as many degrees of freedom as there are independent cycles among pairs seen at
 * least one way inside a strongly connected component. Calls too many balanced agents violated
 * where counts are few: 5 % at the 5 % level with 400 attempts a state, 9 % with 60, 15 % with 30,
 * and nearly all of those with 150 states, 31 attempts each. {@link ExactCycleTest} decides. A
 * parametric bootstrap of it rejects too many as well, and is not offered.
 *
 * @param fit G2, its degrees of freedom and p-value
 * @param potential V of the states in components of two or more, mean 0 over each
 */
public record BinomialDeviance(BalanceFit fit, Map<String, Double> potential) {

  public BinomialDeviance {
    potential = Map.copyOf(potential);
  }

  public static BinomialDeviance of(TransitionCounts counts) {
    PairGraph graph = PairGraph.returnable(counts);
    BinomialLikelihood likelihood = new BinomialLikelihood(graph);
    double[] best = likelihood.maximum();
    PairForest forest = new PairForest(graph);
    BalanceFit fit = BalanceFit.of(graph.pairs(), forest.cycles(graph), likelihood.deviance(best));
    return new BinomialDeviance(fit, potential(counts, forest, best));
  }

  private static Map<String, Double> potential(
      TransitionCounts counts, PairForest forest, double[] best) {
    double[] sums = new double[best.length];
    int[] sizes = new int[best.length];
    int[] roots = forest.roots();
    double[] values = new double[best.length];
    for (int state : forest.order) {
      values[state] = best[state] - Math.log(counts.attempts(state));
      sums[roots[state]] += values[state];
      sizes[roots[state]]++;
    }
    Map<String, Double> potential = new TreeMap<>();
    for (int state : forest.order) {
      double mean = sums[roots[state]] / sizes[roots[state]];
      potential.put(counts.states().get(state), values[state] - mean);
    }
    return potential;
  }
}
