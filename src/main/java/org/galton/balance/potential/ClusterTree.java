package org.galton.balance.potential;

import java.util.Arrays;

/**
 * How the states of a component cluster: states joined by their strongest pairs first (Kruskal), so
 * that every cluster holds together more strongly than it hangs on the rest. The states are laid
 * out such that a cluster is a range of places.
 *
 * @param places place of each state in the layout
 * @param low first place of each cluster, those that merge first coming first
 * @param middle first place of its second half, that it was merged from
 * @param high place after its last
 * @param joints the pairs of places that merged clusters, a spanning tree, as sorted keys
 */
record ClusterTree(int[] places, int[] low, int[] middle, int[] high, long[] joints) {

  /**
   * Of a connected graph.
   *
   * @param first a state of each pair
   * @param second the other
   * @param strength of the pair, the most negative for the weakest
   */
  static ClusterTree of(int states, int[] first, int[] second, double[] strength) {
    int[] parents = new int[2 * states - 1];
    Arrays.setAll(parents, i -> i);
    int[] left = new int[states - 1];
    int[] right = new int[states - 1];
    int[] joints = new int[states - 1];
    int merges = 0;
    for (long key : strongestFirst(strength)) {
      int a = root(parents, first[(int) key]);
      int b = root(parents, second[(int) key]);
      if (a != b) {
        left[merges] = a;
        right[merges] = b;
        joints[merges] = (int) key;
        parents[a] = states + merges;
        parents[b] = states + merges++;
      }
    }
    ClusterTree tree = laidOut(states, left, right);
    for (int merge = 0; merge < merges; merge++) {
      int a = tree.places[first[joints[merge]]];
      int b = tree.places[second[joints[merge]]];
      tree.joints[merge] = key(a, b);
    }
    Arrays.sort(tree.joints);
    return tree;
  }

  /** Whether the pair of places merged two clusters. */
  boolean joins(int a, int b) {
    return Arrays.binarySearch(joints, key(a, b)) >= 0;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }

  int merges() {
    return low.length;
  }

  /** This tree of a layout's places as one of the states laid out. */
  ClusterTree of(int[] layout) {
    int[] composed = Arrays.stream(layout).map(place -> places[place]).toArray();
    return new ClusterTree(composed, low, middle, high, joints);
  }

  private static ClusterTree laidOut(int states, int[] left, int[] right) {
    int merges = left.length;
    int[] sizes = new int[states + merges];
    Arrays.fill(sizes, 0, states, 1);
    for (int merge = 0; merge < merges; merge++) {
      sizes[states + merge] = sizes[left[merge]] + sizes[right[merge]];
    }
    int[] starts = new int[states + merges];
    int[] middle = new int[merges];
    int[] high = new int[merges];
    for (int merge = merges - 1; merge >= 0; merge--) {
      int start = starts[states + merge];
      starts[left[merge]] = start;
      middle[merge] = start + sizes[left[merge]];
      starts[right[merge]] = middle[merge];
      high[merge] = start + sizes[states + merge];
    }
    return new ClusterTree(
        Arrays.copyOf(starts, states),
        Arrays.copyOfRange(starts, states, starts.length),
        middle,
        high,
        new long[merges]);
  }

  /** Strength in the upper half of a key, the pair in the lower; equal ones in order of pairs. */
  private static long[] strongestFirst(double[] strength) {
    long[] keys = new long[strength.length];
    for (int pair = 0; pair < keys.length; pair++) {
      int bits = Float.floatToIntBits((float) strength[pair]);
      int ordered = bits ^ (bits >> 31 & Integer.MAX_VALUE);
      keys[pair] = (long) ~ordered << 32 | pair;
    }
    Arrays.sort(keys);
    return keys;
  }

  private static int root(int[] parents, int node) {
    int root = node;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }
}
