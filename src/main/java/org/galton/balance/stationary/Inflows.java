package org.galton.balance.stationary;

import java.util.Arrays;
import org.galton.balance.MoveKernel;

/** Moves of a component by target, for Gauss-Seidel sweeps toward its stationary law. */
record Inflows(int[] columns, int[] sources, double[] rates, double[] leaving) {

  /**
   * @param local number in the component of each state of the kernel, negative outside
   */
  static Inflows of(MoveKernel kernel, int[] local, int states) {
    int[] columns = new int[states + 1];
    for (int move = 0; move < kernel.moves(); move++) {
      if (local[kernel.source(move)] >= 0 && local[kernel.target(move)] >= 0) {
        columns[local[kernel.target(move)] + 1]++;
      }
    }
    for (int state = 0; state < states; state++) {
      columns[state + 1] += columns[state];
    }
    int[] sources = new int[columns[states]];
    double[] rates = new double[columns[states]];
    double[] leaving = new double[states];
    int[] filled = Arrays.copyOf(columns, states);
    for (int move = 0; move < kernel.moves(); move++) {
      int source = local[kernel.source(move)];
      int target = local[kernel.target(move)];
      if (source >= 0 && target >= 0) {
        sources[filled[target]] = source;
        rates[filled[target]++] = kernel.probability(move);
        leaving[source] += kernel.probability(move);
      }
    }
    return new Inflows(columns, sources, rates, leaving);
  }

  /**
   * Sets each state's share to inflow over rate of leaving.
   *
   * @return the largest |in - out| / (in + out) met
   */
  double sweep(double[] law) {
    double largest = 0;
    for (int state = 0; state < law.length; state++) {
      double in = 0;
      for (int i = columns[state]; i < columns[state + 1]; i++) {
        in += law[sources[i]] * rates[i];
      }
      double out = law[state] * leaving[state];
      largest = Math.max(largest, Math.abs(in - out) / (in + out));
      law[state] = in / leaving[state];
    }
    return largest;
  }
}
