package org.galton.search.tree;

import org.galton.numerics.SplitMix64;

/**
 * A walk that goes from a node to its parent or a child, or stays. On a tree every such chain is
 * reversible, so that its long-run shares follow from moves alone:
 *
 * <pre>
 *   share(c) / share(v) = P(v to c) / P(c to v)
 * </pre>
 */
public sealed interface NeighbourWalk extends TreeWalk
    permits BacktrackingWalk, RejectionWalk, OneCallWalk, CandidateWalk {

  Moves moves(int node);

  /** Children whose value is asked for in a step from a node. */
  double valuesAt(int node);

  @Override
  default int start() {
    return RewardTree.ROOT;
  }

  @Override
  default int node(int state) {
    return state;
  }

  @Override
  default double[] stationary() {
    RewardTree tree = tree();
    double[] log = new double[tree.size()];
    for (int node = 0; node < tree.size(); node++) {
      Moves moves = moves(node);
      boolean isReached = log[node] != Double.NEGATIVE_INFINITY;
      if (isReached && node != RewardTree.ROOT) {
        log[node] -= Math.log(moves.up());
      }
      for (int i = 0; i < moves.down().length; i++) {
        log[tree.firstChild(node) + i] =
            isReached ? log[node] + Math.log(moves.down()[i]) : log[node];
      }
    }
    return LogShares.of(log);
  }

  @Override
  default double valuesPerStep() {
    double[] shares = stationary();
    double sum = 0;
    for (int node = 0; node < shares.length; node++) {
      sum += shares[node] == 0 ? 0 : shares[node] * valuesAt(node);
    }
    return sum;
  }

  /** A child by the reference. */
  static int drawn(RewardTree tree, int node, SplitMix64 random) {
    double left = random.nextUnit();
    int last = tree.endOfChildren(node) - 1;
    for (int child = tree.firstChild(node); child < last; child++) {
      left -= tree.reference(child);
      if (left < 0) {
        return child;
      }
    }
    return last;
  }
}
