package org.galton.search.tree;

import org.galton.numerics.SplitMix64;

/**
 * A walk that keeps its direction. With m = max(b, f): on its way down it enters child c with
 * probability ref(c|v) Vh(c) / m and turns with what remains; on its way up it enters the parent
 * with probability b / m and turns with what remains. Each direction of v has a long-run share in
 * proportion to pref(v) m, so the law of the leaf is the target. With exact values it goes from the
 * root to a leaf and back without a turn between.
 */
public record MomentumWalk(RewardTree tree) implements TreeWalk {

  @Override
  public String name() {
    return "momentum";
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public double laziness() {
    return 0;
  }

  @Override
  public double[] stationary() {
    double[] paths = new double[tree.size()];
    double[] log = new double[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      if (node != RewardTree.ROOT) {
        boolean isEntered = tree.pull(node) > 0;
        paths[node] =
            isEntered
                ? paths[tree.parent(node)] + Math.log(tree.reference(node))
                : Double.NEGATIVE_INFINITY;
      }
      log[node] = paths[node] + Math.log(wider(node));
    }
    return LogShares.of(log);
  }

  /** m(v). */
  private double wider(int node) {
    return Math.max(BacktrackingWalk.back(tree, node), tree.pullOfChildren(node));
  }

  @Override
  public double valuesPerStep() {
    double[] shares = stationary();
    double sum = 0;
    for (int node = 0; node < shares.length; node++) {
      sum += shares[node] * tree.children(node);
    }
    return sum;
  }

  /** Twice the node, and 1 more on the way up. */
  @Override
  public int start() {
    return 2 * RewardTree.ROOT;
  }

  @Override
  public int node(int state) {
    return state >> 1;
  }

  @Override
  public int next(int state, SplitMix64 random) {
    int node = node(state);
    double left = random.nextUnit() * wider(node);
    if ((state & 1) == 1) {
      return left < BacktrackingWalk.back(tree, node) ? 2 * tree.parent(node) + 1 : 2 * node;
    }
    for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
      left -= tree.pull(child);
      if (left < 0) {
        return 2 * child;
      }
    }
    return 2 * node + 1;
  }
}
