package org.galton.search.tree;

import org.galton.numerics.SplitMix64;

/**
 * A Markov chain over the nodes of one tree. Its states are numbers: nodes, or nodes with a
 * direction.
 */
public interface TreeWalk {
  /** As reports call it. */
  String name();

  /** Whether its law on leaves is the target for all values above 0. */
  boolean isExact();

  RewardTree tree();

  /** Long-run share of steps by node, from the root. */
  double[] stationary();

  /** Expected number of children whose value is asked for in a step, in the long run. */
  double valuesPerStep();

  /** The share of steps that stay on purpose. */
  double laziness();

  /** At the root. */
  int start();

  int next(int state, SplitMix64 random);

  int node(int state);

  /** Long-run share of steps on leaves. */
  default double leafMass() {
    return leafMass(tree(), stationary());
  }

  /** Law of the leaf, given that the walk is on one, in the long run. */
  default LeafLaw leafLaw() {
    double[] shares = stationary();
    return LeafLaw.normalised(onLeaves(tree(), shares), leafMass(tree(), shares));
  }

  private static double[] onLeaves(RewardTree tree, double[] shares) {
    double[] kept = shares.clone();
    for (int node = 0; node < kept.length; node++) {
      kept[node] = tree.isLeaf(node) ? kept[node] : 0;
    }
    return kept;
  }

  private static double leafMass(RewardTree tree, double[] shares) {
    double sum = 0;
    for (double share : onLeaves(tree, shares)) {
      sum += share;
    }
    return sum;
  }
}
