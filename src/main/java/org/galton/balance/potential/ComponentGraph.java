package org.galton.balance.potential;

import java.util.Arrays;
import org.galton.balance.MovePairs;

/**
 * Moves inside one component as neighbour lists in the layout of its {@link ClusterTree}. Pairs are
 * as strong as what they let flow in balance; log probabilities are relative to the strongest, so
 * that sums over them stay within doubles.
 */
final class ComponentGraph {
  /** Pairs seen one way rank behind all others: they say nothing of a difference by themselves. */
  private static final double ONE_WAY = 1e6;

  private final ClusterTree tree;
  private final int[] rows;
  private final int[] neighbours;
  private final double[] out;
  private final double[] in;

  private ComponentGraph(
      ClusterTree tree, int[] rows, int[] neighbours, double[] out, double[] in) {
    this.tree = tree;
    this.rows = rows;
    this.neighbours = neighbours;
    this.out = out;
    this.in = in;
  }

  /**
   * @param pairs of the kernel, of which {@code chosen} lie in the component
   * @param local number within the component of each state of the kernel
   */
  static ComponentGraph of(
      MovePairs pairs, int[] chosen, int[] local, int states, ViolationFunction function) {
    int[] first = new int[chosen.length];
    int[] second = new int[chosen.length];
    double[] strength = new double[chosen.length];
    double strongest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < chosen.length; i++) {
      first[i] = local[pairs.first(chosen[i])];
      second[i] = local[pairs.second(chosen[i])];
      double forward = pairs.logForward(chosen[i]);
      double backward = pairs.logBackward(chosen[i]);
      boolean both = pairs.bothWays(chosen[i]);
      double flow =
          both
              ? forward + function.logSlope(forward - backward)
              : Math.max(forward, backward) + function.logSlope(0);
      strength[i] = both ? flow : flow - ONE_WAY;
      strongest = Math.max(strongest, flow);
    }
    ClusterTree tree = ClusterTree.of(states, first, second, strength);
    int[] rows = new int[states + 1];
    for (int i = 0; i < chosen.length; i++) {
      first[i] = tree.places()[first[i]];
      second[i] = tree.places()[second[i]];
      rows[first[i] + 1]++;
      rows[second[i] + 1]++;
    }
    for (int place = 0; place < states; place++) {
      rows[place + 1] += rows[place];
    }
    int[] neighbours = new int[2 * chosen.length];
    double[] out = new double[neighbours.length];
    double[] in = new double[neighbours.length];
    int[] filled = Arrays.copyOf(rows, states);
    for (int i = 0; i < chosen.length; i++) {
      double forward = pairs.logForward(chosen[i]) - strongest;
      double backward = pairs.logBackward(chosen[i]) - strongest;
      int entry = filled[first[i]]++;
      neighbours[entry] = second[i];
      out[entry] = forward;
      in[entry] = backward;
      entry = filled[second[i]]++;
      neighbours[entry] = first[i];
      out[entry] = backward;
      in[entry] = forward;
    }
    return new ComponentGraph(tree, rows, neighbours, out, in);
  }

  /**
   * The same graph in clusters that hold together most strongly at a potential: where moves lead
   * round one-way cycles, no pair shows by itself how much flows.
   */
  ComponentGraph clustered(double[] potential, ViolationFunction function) {
    int pairs = neighbours.length / 2;
    int[] first = new int[pairs];
    int[] second = new int[pairs];
    double[] strength = new double[pairs];
    int pair = 0;
    for (int place = 0; place < states(); place++) {
      for (int entry = rows[place]; entry < rows[place + 1]; entry++) {
        if (neighbours[entry] > place) {
          first[pair] = place;
          second[pair] = neighbours[entry];
          double fall = potential[place] - potential[neighbours[entry]];
          strength[pair++] =
              Math.max(
                  out[entry] + function.logCurvature(fall),
                  in[entry] + function.logCurvature(-fall));
        }
      }
    }
    return laidOut(ClusterTree.of(states(), first, second, strength));
  }

  private ComponentGraph laidOut(ClusterTree other) {
    int[] newRows = new int[rows.length];
    for (int place = 0; place < states(); place++) {
      newRows[other.places()[place] + 1] = rows[place + 1] - rows[place];
    }
    for (int place = 0; place < states(); place++) {
      newRows[place + 1] += newRows[place];
    }
    int[] newNeighbours = new int[neighbours.length];
    double[] newOut = new double[neighbours.length];
    double[] newIn = new double[neighbours.length];
    for (int place = 0; place < states(); place++) {
      int filled = newRows[other.places()[place]];
      for (int entry = rows[place]; entry < rows[place + 1]; entry++) {
        newNeighbours[filled] = other.places()[neighbours[entry]];
        newOut[filled] = out[entry];
        newIn[filled++] = in[entry];
      }
    }
    return new ComponentGraph(other.of(tree.places()), newRows, newNeighbours, newOut, newIn);
  }

  ClusterTree tree() {
    return tree;
  }

  int states() {
    return rows.length - 1;
  }

  /** First neighbour entry of a place; the last is before that of the next place. */
  int row(int place) {
    return rows[place];
  }

  int entries() {
    return neighbours.length;
  }

  int neighbour(int entry) {
    return neighbours[entry];
  }

  /** ln T to the neighbour, negative infinity without such a move. */
  double out(int entry) {
    return out[entry];
  }

  /** ln T from the neighbour, negative infinity without such a move. */
  double in(int entry) {
    return in[entry];
  }
}
