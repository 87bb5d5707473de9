package org.galton.balance.stationary;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.galton.balance.Components;
import org.galton.balance.MoveKernel;
import org.galton.balance.potential.Landscape;

/**
 * The stationary law of a kernel within its largest component. Up to 800 states by elimination
 * without subtractions (Grassmann, Taksar, Heyman, Oper. Res. 33, 1985), O(states^3); beyond by
 * Gauss-Seidel sweeps from exp(-beta V), the law in detailed balance, until no state's inflow and
 * outflow differ by more than 1e-11 of their sum.
 */
final class StationaryLaw {
  private static final int MOST_ELIMINATED = 800;
  private static final int MOST_SWEEPS = 3000;
  private static final double BALANCED = 1e-11;

  private StationaryLaw() {}

  /**
   * @return by state of the kernel, 0 outside the component; absent without a component of two
   *     states, where the sweeps did not settle, and where rates fall below the least double
   */
  static Optional<double[]> of(Landscape landscape) {
    Components components = landscape.components();
    if (components.size() == 0 || components.size(0) < 2) {
      return Optional.empty();
    }
    int[] states = components.states(0);
    double[] within =
        states.length <= MOST_ELIMINATED
            ? eliminated(landscape.kernel(), components, states)
            : swept(landscape, states);
    double total = DoubleStream.of(within).sum();
    if (!(total > 0) || !Double.isFinite(total)) {
      return Optional.empty();
    }
    double[] law = new double[landscape.kernel().states().size()];
    for (int i = 0; i < states.length; i++) {
      law[states[i]] = within[i] / total;
    }
    return Optional.of(law);
  }

  private static double[] eliminated(MoveKernel kernel, Components components, int[] states) {
    int[] local = new int[kernel.states().size()];
    for (int i = 0; i < states.length; i++) {
      local[states[i]] = i;
    }
    double[][] rates = new double[states.length][states.length];
    for (int move = 0; move < kernel.moves(); move++) {
      if (components.of(kernel.source(move)) == 0 && components.of(kernel.target(move)) == 0) {
        rates[local[kernel.source(move)]][local[kernel.target(move)]] = kernel.probability(move);
      }
    }
    for (int last = states.length - 1; last > 0; last--) {
      double leaving = 0;
      for (int to = 0; to < last; to++) {
        leaving += rates[last][to];
      }
      for (int from = 0; from < last; from++) {
        rates[from][last] /= leaving;
        double share = rates[from][last];
        if (share > 0) {
          for (int to = 0; to < last; to++) {
            rates[from][to] += share * rates[last][to];
          }
        }
      }
    }
    double[] law = new double[states.length];
    law[0] = 1;
    for (int state = 1; state < law.length; state++) {
      for (int from = 0; from < state; from++) {
        law[state] += law[from] * rates[from][state];
      }
    }
    return law;
  }

  private static double[] swept(Landscape landscape, int[] states) {
    int[] local = new int[landscape.kernel().states().size()];
    Arrays.fill(local, -1);
    double lowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < states.length; i++) {
      local[states[i]] = i;
      lowest = Math.min(lowest, landscape.nats(states[i]));
    }
    double[] law = new double[states.length];
    for (int i = 0; i < law.length; i++) {
      law[i] = Math.exp(lowest - landscape.nats(states[i]));
    }
    Inflows inflows = Inflows.of(landscape.kernel(), local, states.length);
    for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
      if (inflows.sweep(law) <= BALANCED) {
        return law;
      }
    }
    return new double[states.length];
  }
}
