package org.galton.emergence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * A sequence of states that takes each transition exactly as often as its weight: a system with
 * these transition probabilities, without chance. The last state is the first.
 */
public final class Cycle {

  private Cycle() {}

  /** Euler's circuit, by Hierholzer's method. */
  public static int[] of(int states, IntBinaryOperator weight) {
    List<Deque<Integer>> next = new ArrayList<>();
    int transitions = 0;
    for (int from = 0; from < states; from++) {
      next.add(new ArrayDeque<>());
      for (int to = 0; to < states; to++) {
        for (int i = 0; i < weight.applyAsInt(from, to); i++) {
          next.get(from).add(to);
          transitions++;
        }
      }
    }
    Deque<Integer> path = new ArrayDeque<>(List.of(0));
    List<Integer> circuit = new ArrayList<>();
    while (!path.isEmpty()) {
      Integer to = next.get(path.peek()).poll();
      if (to == null) {
        circuit.add(path.pop());
      } else {
        path.push(to);
      }
    }
    if (circuit.size() != transitions + 1) {
      throw new IllegalArgumentException("No circuit takes all transitions");
    }
    Collections.reverse(circuit);
    return circuit.stream().mapToInt(state -> state).toArray();
  }

  /** A bit of each state. */
  public static double[] bit(int[] states, int bit) {
    double[] bits = new double[states.length];
    for (int t = 0; t < bits.length; t++) {
      bits[t] = states[t] >> bit & 1;
    }
    return bits;
  }
}
