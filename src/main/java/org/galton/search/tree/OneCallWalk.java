package org.galton.search.tree;

import org.galton.numerics.SplitMix64;

/**
 * One proposal a step: the parent with probability b / (b + M), else a child drawn by the reference
 * and entered with probability Vh(c) / M; where it is refused the walk stays. M(v) is the largest
 * value of a child; at a leaf it is 0, and the walk always goes back. The long-run share of v is in
 * proportion to pref(v) (b + M), so the law of the leaf is the target.
 *
 * <p>The walk that draws rollouts is written apart from this one, as a state machine that waits for
 * a model's blocks: it cannot know M, of which it takes the bound 1, and its leaves stay.
 */
public record OneCallWalk(RewardTree tree) implements NeighbourWalk {

  @Override
  public String name() {
    return "one_call";
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
  public Moves moves(int node) {
    double back = BacktrackingWalk.back(tree, node);
    double sum = back + RejectionWalk.most(tree, node);
    double[] down = new double[tree.children(node)];
    if (sum == 0) {
      return new Moves(0, down, 1);
    }
    double stay = (sum - back - tree.pullOfChildren(node)) / sum;
    for (int i = 0; i < down.length; i++) {
      down[i] = tree.pull(tree.firstChild(node) + i) / sum;
    }
    return new Moves(back / sum, down, Math.max(0, stay));
  }

  @Override
  public double valuesAt(int node) {
    double most = RejectionWalk.most(tree, node);
    return most == 0 ? 0 : most / (BacktrackingWalk.back(tree, node) + most);
  }

  @Override
  public int next(int node, SplitMix64 random) {
    double back = BacktrackingWalk.back(tree, node);
    double most = RejectionWalk.most(tree, node);
    if (back + most == 0) {
      return node;
    }
    if (random.nextUnit() * (back + most) < back) {
      return tree.parent(node);
    }
    int child = NeighbourWalk.drawn(tree, node, random);
    return random.nextUnit() * most < tree.weight(child) ? child : node;
  }
}
