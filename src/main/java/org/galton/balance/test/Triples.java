package org.galton.balance.test;

import java.util.Arrays;

/**
 * The triangles of a graph of pairs. Every pair is directed to its state with more neighbours, so
 * that no state has more than sqrt(2 pairs) ahead of it: O(pairs^1.5), however large a hub.
 *
 * <p>Chiba and Nishizeki, Arboricity and subgraph listing algorithms, SIAM Journal on Computing 14,
 * 1985.
 */
final class Triples {

  /** Takes a triangle of the states a &lt; b &lt; c by the numbers of its pairs. */
  @FunctionalInterface
  interface Visitor {
    void visit(int ab, int ac, int bc);
  }

  private final PairGraph graph;
  private final int[] offsets;
  private final int[] ahead;
  private final int[] pairs;

  private Triples(PairGraph graph) {
    this.graph = graph;
    offsets = new int[graph.states + 1];
    ahead = new int[graph.pairs()];
    pairs = new int[graph.pairs()];
    for (int pair = 0; pair < graph.pairs(); pair++) {
      offsets[behind(pair) + 1]++;
    }
    Arrays.parallelPrefix(offsets, Integer::sum);
    int[] free = offsets.clone();
    for (int pair = 0; pair < graph.pairs(); pair++) {
      int from = behind(pair);
      ahead[free[from]] = graph.low[pair] + graph.high[pair] - from;
      pairs[free[from]++] = pair;
    }
  }

  private int behind(int pair) {
    int low = graph.low[pair];
    int high = graph.high[pair];
    return graph.degree(low) <= graph.degree(high) ? low : high;
  }

  /** Visits each triangle once, always in the same order. */
  static void visitAll(PairGraph graph, Visitor visitor) {
    new Triples(graph).visitAll(visitor);
  }

  private void visitAll(Visitor visitor) {
    int[] marked = new int[graph.states];
    for (int one = 0; one < graph.states; one++) {
      for (int i = offsets[one]; i < offsets[one + 1]; i++) {
        marked[ahead[i]] = pairs[i] + 1;
      }
      for (int i = offsets[one]; i < offsets[one + 1]; i++) {
        int two = ahead[i];
        for (int j = offsets[two]; j < offsets[two + 1]; j++) {
          int third = marked[ahead[j]];
          if (third > 0) {
            inOrder(visitor, pairs[i], pairs[j], third - 1);
          }
        }
      }
      for (int i = offsets[one]; i < offsets[one + 1]; i++) {
        marked[ahead[i]] = 0;
      }
    }
  }

  /** Pairs are sorted by their states, so that ab &lt; ac &lt; bc. */
  private static void inOrder(Visitor visitor, int x, int y, int z) {
    int least = Math.min(x, Math.min(y, z));
    int most = Math.max(x, Math.max(y, z));
    visitor.visit(least, x ^ y ^ z ^ least ^ most, most);
  }
}
