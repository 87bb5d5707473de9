package org.galton.search.tree;

import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;

/**
 * VGB's walk: at a node v the parent weighs Vh(v), the value of v itself, and a child c weighs
 * ref(c|v) Vh(c); stay with probability {@code laziness}, else move in proportion to the weights.
 *
 * <p>With f(v) the weights of the children, the long-run share of v is in proportion to pref(v)
 * (Vh(v) + f(v)), of the root to f, of a leaf to pref(y) tau(y). So the law of the leaf is the
 * target for any values above 0 at inner nodes: wrong ones cost time and leaf mass alone.
 *
 * <p>Rohatgi et al., Taming Imperfect Process Verifiers: A Sampling Perspective on Backtracking
 * (arXiv 2510.03149).
 *
 * @param laziness 0 or more and below 1
 */
public record BacktrackingWalk(RewardTree tree, double laziness) implements NeighbourWalk {

  public BacktrackingWalk {
    Expect.that(laziness >= 0 && laziness < 1, "laziness", laziness, "0 or more and below 1");
  }

  @Override
  public String name() {
    return "vgb";
  }

  @Override
  public boolean isExact() {
    return true;
  }

  @Override
  public Moves moves(int node) {
    double up = back(tree, node);
    double[] down = new double[tree.children(node)];
    double sum = up;
    for (int i = 0; i < down.length; i++) {
      down[i] = tree.pull(tree.firstChild(node) + i);
      sum += down[i];
    }
    if (sum == 0) {
      return new Moves(0, down, 1);
    }
    for (int i = 0; i < down.length; i++) {
      down[i] /= sum;
    }
    return new Moves(up / sum, down, 0).lazy(laziness);
  }

  /** b(v): what the parent weighs. */
  static double back(RewardTree tree, int node) {
    return node == RewardTree.ROOT ? 0 : tree.weight(node);
  }

  @Override
  public double valuesAt(int node) {
    return (1 - laziness) * tree.children(node);
  }

  @Override
  public int next(int node, SplitMix64 random) {
    if (random.nextUnit() < laziness) {
      return node;
    }
    double back = back(tree, node);
    double sum = back + tree.pullOfChildren(node);
    double left = random.nextUnit() * sum - back;
    if (sum == 0 || left < 0) {
      return sum == 0 ? node : tree.parent(node);
    }
    int last = node;
    for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
      double pull = tree.pull(child);
      if (pull > 0) {
        last = child;
        left -= pull;
        if (left < 0) {
          return child;
        }
      }
    }
    // What rounding leaves over falls to the last child that may be entered.
    return last == node ? tree.parent(node) : last;
  }
}
