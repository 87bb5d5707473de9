package org.galton.search.tree;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * A tree of prefixes: at each node but the root the reference's probability of its last token, at
 * inner nodes a value of the prefix, at leaves the weight tau of the sequence.
 *
 * <p>Nodes are numbers from 0, the root, in the order of depth and then of names: parents come
 * before children, and the children of a node lie side by side.
 */
public final class RewardTree {
  /** More are not read. */
  public static final int MOST_NODES = 1_000_000;

  static final int ROOT = 0;

  private final String[] names;
  private final int[] parents;
  private final int[] firstChildren;
  private final int[] depths;
  private final double[] references;
  private final double[] values;
  private final double scale;

  /**
   * @param firstChildren by node, and one more place: the children of v are those from its place to
   *     the next one's
   */
  RewardTree(
      String[] names,
      int[] parents,
      int[] firstChildren,
      int[] depths,
      double[] references,
      double[] values) {
    this.names = names;
    this.parents = parents;
    this.firstChildren = firstChildren;
    this.depths = depths;
    this.references = references;
    this.values = values;
    double most = 0;
    for (int node = 1; node < values.length; node++) {
      most = Math.max(most, values[node]);
    }
    scale = most == 0 ? 1 : Math.scalb(1.0, -Math.max(-1000, Math.getExponent(most)));
  }

  /**
   * @param nodes in any order
   * @throws InvalidTree when they are no tree, or a number is missing or out of its range
   */
  public static RewardTree of(List<GivenNode> nodes) {
    return TreeAssembly.of(nodes);
  }

  /**
   * The tree whose leaves are the prefixes of {@code horizon} tokens: a leaf above goes on with the
   * token {@code eos} alone, with its weight as value.
   *
   * @throws InvalidTree when a leaf is deeper
   */
  public static RewardTree of(List<GivenNode> nodes, int horizon) {
    return TreeAssembly.of(Padding.of(TreeAssembly.of(nodes), horizon));
  }

  /**
   * The same tree with other values at inner nodes.
   *
   * @param value of an inner node but the root
   * @throws InvalidTree when one is not finite or below 0
   */
  public RewardTree withValues(IntToDoubleFunction value) {
    double[] other = values.clone();
    for (int node = 1; node < size(); node++) {
      if (!isLeaf(node)) {
        other[node] = value.applyAsDouble(node);
        if (!(other[node] >= 0 && other[node] <= Double.MAX_VALUE)) {
          throw new InvalidTree(
              "value of node '%s' is %s".formatted(names[node], other[node]),
              "the value of an inner node, finite and 0 or more");
        }
      }
    }
    return new RewardTree(names, parents, firstChildren, depths, references, other);
  }

  /** Number of nodes. */
  public int size() {
    return names.length;
  }

  /** Tokens joined by dots; empty for the root. */
  public String name(int node) {
    return names[node];
  }

  /** -1 for the root. */
  public int parent(int node) {
    return parents[node];
  }

  public int firstChild(int node) {
    return firstChildren[node];
  }

  /** One more than the last child. */
  public int endOfChildren(int node) {
    return firstChildren[node + 1];
  }

  public int children(int node) {
    return endOfChildren(node) - firstChild(node);
  }

  public boolean isLeaf(int node) {
    return children(node) == 0;
  }

  public int leaves() {
    int leaves = 0;
    for (int node = 0; node < size(); node++) {
      leaves += isLeaf(node) ? 1 : 0;
    }
    return leaves;
  }

  public int depth(int node) {
    return depths[node];
  }

  /** Depth of the deepest leaf. */
  public int horizon() {
    return depths[depths.length - 1];
  }

  /** Probability of the last token after the others; 1 for the root. */
  public double reference(int node) {
    return references[node];
  }

  /** Value of an inner node, tau of a leaf; 0 at the root, whose value no walk uses. */
  public double value(int node) {
    return values[node];
  }

  /** The value over a power of two near the largest: walks are the same, and no sum overflows. */
  double weight(int node) {
    return values[node] * scale;
  }

  /** Of a child as its parent sees it: reference times value. */
  double pull(int child) {
    return references[child] * weight(child);
  }

  /** f(v), the sum over the children. */
  double pullOfChildren(int node) {
    double sum = 0;
    for (int child = firstChild(node); child < endOfChildren(node); child++) {
      sum += pull(child);
    }
    return sum;
  }
}
