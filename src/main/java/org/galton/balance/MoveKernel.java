package org.galton.balance;

import java.io.Serializable;
import java.util.List;

/**
 * Probabilities T(f→g) of moving from a state to another within a step, as a sparse matrix without
 * its diagonal. What a row lacks to 1 is the probability of staying or escaping. Immutable.
 */
public final class MoveKernel implements Serializable {
  private static final long serialVersionUID = 1;

  private final List<String> states;
  private final int[] sources;
  private final int[] targets;
  private final double[] probabilities;

  /** Takes the arrays over; moves are sorted by source, then target. */
  MoveKernel(List<String> states, int[] sources, int[] targets, double[] probabilities) {
    this.states = List.copyOf(states);
    this.sources = sources;
    this.targets = targets;
    this.probabilities = probabilities;
  }

  public List<String> states() {
    return states;
  }

  public int moves() {
    return probabilities.length;
  }

  public int source(int move) {
    return sources[move];
  }

  public int target(int move) {
    return targets[move];
  }

  /** T(f→g) in (0, 1]. */
  public double probability(int move) {
    return probabilities[move];
  }
}
