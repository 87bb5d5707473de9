package org.galton.search.tree;

/**
 * Where the walk first meets a leaf, and after how many moves.
 *
 * <p>Until then the walk is a flow in a network of conductances, and a tree of those is solved from
 * its leaves up. With b the weight of a node's parent, w_c those of its children and e_c the chance
 * never to come back from child c (1 at a leaf):
 *
 * <pre>
 *   C(v) = sum_c w_c e_c,   e_v = C(v) / (b + C(v))
 *   the leaf is below c with chance w_c e_c / C(v)
 *   expected visits of v = h(v) pref(v) (b + f) / C(root),   h(v) = product of (1 - e) on its path
 * </pre>
 *
 * Linear in the number of nodes. A walk that stops at its first leaf does not sample the target,
 * unless all values are exact.
 *
 * @param law of the leaf
 * @param steps expected moves from the root to it, not counting steps that stay
 * @param roundTrip expected moves from the root to a leaf and back to the root, where the walk has
 *     forgotten the leaf: the sum of pref(v) (b + f) over C(root). 2 H^2 for exact values and
 *     sequences of H tokens
 */
public record FirstLeaf(LeafLaw law, double steps, double roundTrip) {

  /**
   * @throws InvalidTree when no leaf with tau above 0 is reached through values above 0
   */
  public static FirstLeaf of(RewardTree tree) {
    int size = tree.size();
    double[] down = new double[size];
    double[] escape = new double[size];
    for (int node = size - 1; node >= 0; node--) {
      for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
        down[node] += tree.pull(child) * escape[child];
      }
      double back = BacktrackingWalk.back(tree, node);
      escape[node] = tree.isLeaf(node) ? 1 : down[node] == 0 ? 0 : down[node] / (back + down[node]);
    }
    if (down[RewardTree.ROOT] == 0) {
      throw unreached();
    }
    return new FirstLeaf(law(tree, down, escape), steps(tree, down), roundTrip(tree, down));
  }

  private static InvalidTree unreached() {
    return new InvalidTree(
        "no leaf with tau above 0 can be reached: on every path to one a value, or a ref, is 0",
        "a value above 0 at each prefix of a leaf that the target has");
  }

  private static LeafLaw law(RewardTree tree, double[] down, double[] escape) {
    double[] reached = new double[tree.size()];
    reached[RewardTree.ROOT] = 1;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isLeaf(node)) {
        continue;
      }
      for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
        reached[child] =
            reached[node] == 0 ? 0 : reached[node] * tree.pull(child) * escape[child] / down[node];
      }
      reached[node] = 0;
    }
    return new LeafLaw(reached, 0);
  }

  private static double steps(RewardTree tree, double[] down) {
    double[] log = new double[tree.size()];
    double start = -Math.log(down[RewardTree.ROOT]);
    double steps = 0;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isLeaf(node)) {
        continue;
      }
      double back = BacktrackingWalk.back(tree, node);
      double outgoing = back + tree.pullOfChildren(node);
      // log h(v) pref(v), where the chance to come back, 1 - e, is b / (b + C).
      log[node] =
          node == RewardTree.ROOT
              ? start
              : log[tree.parent(node)]
                  + Math.log(tree.reference(node))
                  + Math.log(back / (back + down[node]));
      steps += outgoing == 0 ? 0 : Math.exp(log[node] + Math.log(outgoing));
    }
    return steps;
  }

  private static double roundTrip(RewardTree tree, double[] down) {
    double[] log = new double[tree.size()];
    double moves = 0;
    for (int node = 0; node < tree.size(); node++) {
      log[node] =
          node == RewardTree.ROOT
              ? -Math.log(down[node])
              : tree.pull(node) == 0
                  ? Double.NEGATIVE_INFINITY
                  : log[tree.parent(node)] + Math.log(tree.reference(node));
      moves +=
          Math.exp(
              log[node] + Math.log(BacktrackingWalk.back(tree, node) + tree.pullOfChildren(node)));
    }
    return moves;
  }
}
