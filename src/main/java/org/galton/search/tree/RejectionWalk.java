package org.galton.search.tree;

import org.galton.numerics.SplitMix64;

/**
 * The walk of {@link BacktrackingWalk} without a look at all children: with M the largest value of
 * a child, propose the parent with probability b / (b + M), else a child by the reference and take
 * it with probability Vh(c) / M; propose until something is taken. The chain is the same; a step
 * draws M / (b + f) children on average.
 */
public record RejectionWalk(RewardTree tree, double laziness) implements NeighbourWalk {

  public RejectionWalk {
    new BacktrackingWalk(tree, laziness);
  }

  @Override
  public String name() {
    return "rejection";
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public Moves moves(int node) {
    return new BacktrackingWalk(tree, laziness).moves(node);
  }

  /** M(v), 0 at a leaf. */
  static double most(RewardTree tree, int node) {
    double most = 0;
    for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
      most = Math.max(most, tree.weight(child));
    }
    return most;
  }

  @Override
  public double valuesAt(int node) {
    double taken = BacktrackingWalk.back(tree, node) + tree.pullOfChildren(node);
    return taken == 0 ? 0 : (1 - laziness) * most(tree, node) / taken;
  }

  @Override
  public int next(int node, SplitMix64 random) {
    double back = BacktrackingWalk.back(tree, node);
    double most = most(tree, node);
    if (random.nextUnit() < laziness || back + tree.pullOfChildren(node) == 0) {
      return node;
    }
    while (true) {
      if (random.nextUnit() * (back + most) < back) {
        return tree.parent(node);
      }
      int child = NeighbourWalk.drawn(tree, node, random);
      if (random.nextUnit() * most < tree.weight(child)) {
        return child;
      }
    }
  }
}
