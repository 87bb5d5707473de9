package org.galton.balance.potential;

import java.util.Map;
import java.util.TreeMap;
import org.galton.balance.KernelEstimation;
import org.galton.balance.MoveKernel;
import org.galton.balance.TransitionCounts;

/** A way from counts to a potential; may be called from several threads. */
@FunctionalInterface
public interface PotentialFit {

  /** V by the name of the state, over the largest component alone; empty where there is none. */
  Map<String, Double> fit(TransitionCounts counts);

  /** Least action on an estimated kernel. */
  static PotentialFit of(KernelEstimation estimation, LeastAction leastAction) {
    return counts -> {
      MoveKernel kernel = estimation.of(counts).kernel();
      Landscape landscape = leastAction.of(kernel);
      Map<String, Double> potential = new TreeMap<>();
      for (int state = 0; state < kernel.states().size(); state++) {
        if (landscape.components().of(state) == 0) {
          String name = kernel.states().get(state);
          landscape.potential(state).ifPresent(value -> potential.put(name, value));
        }
      }
      return potential;
    };
  }
}
