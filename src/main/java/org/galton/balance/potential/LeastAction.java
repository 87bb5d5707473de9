package org.galton.balance.potential;

import java.util.Arrays;
import org.galton.balance.Components;
import org.galton.balance.MoveKernel;
import org.galton.balance.MovePairs;
import org.galton.numerics.Expect;

/**
 * Fits a potential V to a kernel by least action,
 *
 * <pre>S[V] = 1/Z sum over moves T(f→g) K(beta (V(f) - V(g))),</pre>
 *
 * Z being the number of states. A finite minimum exists in each strongly connected component, with
 * mean 0 there by choice; moves between components cost nothing in the limit. Where the kernel is
 * in detailed balance, beta (V(f) - V(g)) = ln T(f→g) / T(g→f); elsewhere the function decides on
 * the compromise. Only beta V can be told from data.
 *
 * <p>Song, Cao, Luo, Zhu, arXiv:2512.10047.
 */
public final class LeastAction {
  private final ViolationFunction function;
  private final double beta;

  private LeastAction(ViolationFunction function, double beta) {
    this.function = function;
    this.beta = beta;
  }

  /** With K = exp and beta = 1. */
  public static LeastAction withDefaults() {
    return new LeastAction(ViolationFunction.EXP, 1);
  }

  public LeastAction with(ViolationFunction other) {
    return new LeastAction(other, beta);
  }

  public LeastAction withBeta(double other) {
    Expect.that(other > 0 && Double.isFinite(other), "beta", other, "a number above 0");
    return new LeastAction(function, other);
  }

  public Landscape of(MoveKernel kernel) {
    Components components = Components.of(kernel);
    MovePairs pairs = MovePairs.of(kernel);
    int[][] inside = inside(pairs, components);
    int[] local = new int[kernel.states().size()];
    double[] potential = new double[local.length];
    ComponentFit[] fits = new ComponentFit[inside.length];
    for (int component = 0; component < fits.length; component++) {
      int[] states = components.states(component);
      for (int i = 0; i < states.length; i++) {
        local[states[i]] = i;
      }
      ComponentGraph graph =
          ComponentGraph.of(pairs, inside[component], local, states.length, function);
      fits[component] = ComponentSolver.fit(graph, function);
      for (int i = 0; i < states.length; i++) {
        potential[states[i]] = fits[component].potential()[i] / beta;
      }
    }
    return Landscape.of(kernel, components, pairs, function, beta, potential, fits);
  }

  /** Pairs within each component of two states or more. */
  private static int[][] inside(MovePairs pairs, Components components) {
    int solved = 0;
    while (solved < components.size() && components.size(solved) > 1) {
      solved++;
    }
    int[] sizes = new int[solved];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (inside(pairs, components, pair)) {
        sizes[components.of(pairs.first(pair))]++;
      }
    }
    int[][] chosen = new int[solved][];
    Arrays.setAll(chosen, component -> new int[sizes[component]]);
    int[] filled = new int[solved];
    for (int pair = 0; pair < pairs.size(); pair++) {
      if (inside(pairs, components, pair)) {
        int component = components.of(pairs.first(pair));
        chosen[component][filled[component]++] = pair;
      }
    }
    return chosen;
  }

  private static boolean inside(MovePairs pairs, Components components, int pair) {
    return components.of(pairs.first(pair)) == components.of(pairs.second(pair));
  }
}
