package org.galton.search.tree;

/** Laws over the leaves that need no walk; each costs one pass over the nodes. */
public final class ExactLaws {
  private ExactLaws() {}

  /** V*(v), the expectation of tau under the reference after prefix v; tau at leaves. */
  public static double[] values(RewardTree tree) {
    double[] values = new double[tree.size()];
    for (int node = tree.size() - 1; node >= 0; node--) {
      if (tree.isLeaf(node)) {
        values[node] = tree.value(node);
      }
      for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
        values[node] += tree.reference(child) * values[child];
      }
    }
    return values;
  }

  /**
   * Of the target, ref(y) tau(y) over its sum: at each node a child in proportion to its reference
   * and exact value.
   *
   * @throws InvalidTree when tau is 0 wherever the reference goes
   */
  public static LeafLaw target(RewardTree tree) {
    double[] exact = values(tree);
    if (exact[RewardTree.ROOT] == 0) {
      throw new InvalidTree(
          "tau is 0 at every leaf that the reference reaches", "one above 0: there is no target");
    }
    return guided(tree, exact);
  }

  /**
   * Of guidance that never goes back: at each node a child in proportion to its reference and
   * value. At a node whose children all have value 0 the sequence is lost.
   */
  public static LeafLaw oneWay(RewardTree tree) {
    double[] values = new double[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      values[node] = tree.weight(node);
    }
    return guided(tree, values);
  }

  private static LeafLaw guided(RewardTree tree, double[] values) {
    double[] reached = new double[tree.size()];
    double lost = 0;
    reached[RewardTree.ROOT] = 1;
    for (int node = 0; node < tree.size(); node++) {
      if (tree.isLeaf(node)) {
        continue;
      }
      double sum = 0;
      for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
        sum += tree.reference(child) * values[child];
      }
      for (int child = tree.firstChild(node); child < tree.endOfChildren(node); child++) {
        reached[child] = sum == 0 ? 0 : reached[node] * tree.reference(child) * values[child] / sum;
      }
      lost += sum == 0 ? reached[node] : 0;
      reached[node] = 0;
    }
    return new LeafLaw(reached, lost);
  }

  /**
   * The smallest eps for which value and exact value are within a factor of 1 + eps at all inner
   * prefixes that can end in a reward; infinite where such a value is 0.
   */
  public static double valueError(RewardTree tree) {
    double[] exact = values(tree);
    double most = 1;
    for (int node = 1; node < tree.size(); node++) {
      if (!tree.isLeaf(node) && exact[node] > 0) {
        double ratio = tree.value(node) / exact[node];
        most = Math.max(most, Math.max(ratio, 1 / ratio));
      }
    }
    return most - 1;
  }
}
