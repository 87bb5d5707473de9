package org.galton.balance.test;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Trees that span the components of a graph of pairs, grown breadth first from the lowest state of
 * each.
 */
final class PairForest {
  /** The state that each was reached from, or -1 for a root or a state without pairs. */
  final int[] parents;

  /** The pair that led to it, or -1. */
  final int[] pairs;

  /** Pairs from the root. */
  final int[] depths;

  /** States with pairs in the order they were reached: parents before children. */
  final int[] order;

  /** Trees of two states or more. */
  final int trees;

  PairForest(PairGraph graph) {
    parents = new int[graph.states];
    pairs = new int[graph.states];
    depths = new int[graph.states];
    Arrays.fill(parents, -1);
    Arrays.fill(pairs, -1);
    boolean[] seen = new boolean[graph.states];
    int[] queue = new int[graph.states];
    int filled = 0;
    int roots = 0;
    for (int root = 0; root < graph.states; root++) {
      if (seen[root] || graph.degree(root) == 0) {
        continue;
      }
      roots++;
      seen[root] = true;
      int read = filled;
      queue[filled++] = root;
      while (read < filled) {
        int state = queue[read++];
        for (int place = 0; place < graph.degree(state); place++) {
          int neighbour = graph.neighbour(state, place);
          if (!seen[neighbour]) {
            seen[neighbour] = true;
            parents[neighbour] = state;
            pairs[neighbour] = graph.pair(state, place);
            depths[neighbour] = depths[state] + 1;
            queue[filled++] = neighbour;
          }
        }
      }
    }
    order = Arrays.copyOf(queue, filled);
    trees = roots;
  }

  /** Independent cycles: pairs that no tree needs. */
  int cycles(PairGraph graph) {
    return graph.pairs() - order.length + trees;
  }

  /** The root above each state; its own number for a state without pairs. */
  int[] roots() {
    int[] roots = IntStream.range(0, parents.length).toArray();
    for (int state : order) {
      if (parents[state] >= 0) {
        roots[state] = roots[parents[state]];
      }
    }
    return roots;
  }
}
