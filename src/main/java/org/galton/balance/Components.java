package org.galton.balance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Strongly connected components of a kernel's moves (Tarjan, SIAM J. Comput. 1, 1972), largest
 * first, those of one size by their first state. Linear in states and moves, without recursion.
 *
 * <p>A least-action potential exists within a component only; between components there is an order:
 * one is upstream of another that moves lead to.
 */
public final class Components {
  private final int[] of;
  private final int[][] members;
  private final List<Edge> edges;
  private final int[] upstreamFirst;

  private Components(int[] of, int[][] members, List<Edge> edges, int[] upstreamFirst) {
    this.of = of;
    this.members = members;
    this.edges = edges;
    this.upstreamFirst = upstreamFirst;
  }

  /** Moves lead from a component to another, and never back. */
  public record Edge(int from, int to) {}

  public static Components of(MoveKernel kernel) {
    Tarjan.Found found = Tarjan.components(kernel);
    int[][] members = members(found);
    Integer[] order = new Integer[members.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingInt(i -> -members[i].length)
            .thenComparingInt(i -> members[i][0]));
    int[] rank = new int[order.length];
    int[][] sorted = new int[order.length][];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
      sorted[i] = members[order[i]];
    }
    int[] of = Arrays.stream(found.of()).map(component -> rank[component]).toArray();
    int[] upstreamFirst = new int[rank.length];
    for (int i = 0; i < rank.length; i++) {
      upstreamFirst[i] = rank[rank.length - 1 - i];
    }
    return new Components(of, sorted, edges(kernel, of), upstreamFirst);
  }

  public int size() {
    return members.length;
  }

  /** Component of a state. */
  public int of(int state) {
    return of[state];
  }

  /** States of a component, ascending. */
  public int[] states(int component) {
    return members[component].clone();
  }

  public int size(int component) {
    return members[component].length;
  }

  /** Each pair of components with moves from one to the other, once, sorted. */
  public List<Edge> edges() {
    return edges;
  }

  /** All components in an order in which every edge leads from an earlier one to a later one. */
  public int[] upstreamFirst() {
    return upstreamFirst.clone();
  }

  private static int[][] members(Tarjan.Found found) {
    int[] sizes = new int[found.components()];
    for (int component : found.of()) {
      sizes[component]++;
    }
    int[][] members = new int[sizes.length][];
    for (int component = 0; component < sizes.length; component++) {
      members[component] = new int[sizes[component]];
    }
    int[] filled = new int[sizes.length];
    for (int state = 0; state < found.of().length; state++) {
      int component = found.of()[state];
      members[component][filled[component]++] = state;
    }
    return members;
  }

  private static List<Edge> edges(MoveKernel kernel, int[] of) {
    long[] keys = new long[kernel.moves()];
    int size = 0;
    for (int move = 0; move < keys.length; move++) {
      int from = of[kernel.source(move)];
      int to = of[kernel.target(move)];
      if (from != to) {
        keys[size++] = (long) from << 32 | to;
      }
    }
    List<Edge> edges = new ArrayList<>();
    Arrays.stream(keys, 0, size)
        .sorted()
        .distinct()
        .forEach(key -> edges.add(new Edge((int) (key >>> 32), (int) key)));
    return List.copyOf(edges);
  }
}
