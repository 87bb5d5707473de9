package org.galton.search.tree;

import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;

/**
 * Biased: what some programs do where there are too many children to look at. A step draws K
 * candidates by the reference, weighs each by its value and the parent by K Vh(v), and moves in
 * proportion. The expectation of a ratio is not the ratio of expectations, so the law of the leaf
 * is not the target; the error goes to 0 as K grows. {@link RejectionWalk} and {@link OneCallWalk}
 * look at few children too, and are exact.
 *
 * @param candidates K, 1 or more
 */
public record CandidateWalk(RewardTree tree, int candidates, double laziness)
    implements NeighbourWalk {
  private static final double MOST_DRAWS = 2e7;

  /**
   * @throws IllegalArgumentException also when nodes have too many children for the exact law
   */
  public CandidateWalk {
    Expect.that(candidates >= 1, "candidates", candidates, "1 or more");
    new BacktrackingWalk(tree, laziness);
    double draws = 0;
    for (int node = 0; node < tree.size(); node++) {
      draws += multisets(tree.children(node), candidates);
    }
    Expect.that(
        draws <= MOST_DRAWS,
        "candidates",
        candidates,
        "fewer: on this tree there are too many draws of so many to compute their law");
  }

  /** How many different draws of K of n children there are. */
  private static double multisets(int children, int candidates) {
    double count = 1;
    for (int i = 1; i < children && count <= MOST_DRAWS; i++) {
      count *= (candidates + i) / (double) i;
    }
    return count;
  }

  @Override
  public String name() {
    return "candidates_" + candidates;
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public Moves moves(int node) {
    return new Draws(node).moves().lazy(laziness);
  }

  @Override
  public double valuesAt(int node) {
    return tree.isLeaf(node) ? 0 : (1 - laziness) * candidates;
  }

  @Override
  public int next(int node, SplitMix64 random) {
    if (random.nextUnit() < laziness) {
      return node;
    }
    double back = candidates * BacktrackingWalk.back(tree, node);
    int[] drawn = new int[tree.isLeaf(node) ? 0 : candidates];
    double sum = back;
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = NeighbourWalk.drawn(tree, node, random);
      sum += tree.weight(drawn[i]);
    }
    double left = random.nextUnit() * sum - back;
    if (sum == 0 || left < 0) {
      return sum == 0 ? node : tree.parent(node);
    }
    for (int child : drawn) {
      left -= tree.weight(child);
      if (left < 0) {
        return child;
      }
    }
    return node;
  }

  /** The expectation over all draws of K candidates at one node. */
  private final class Draws {
    private final int node;
    private final int[] times;
    private final double[] down;
    private double up;
    private double stay;

    Draws(int node) {
      this.node = node;
      times = new int[tree.children(node)];
      down = new double[times.length];
    }

    Moves moves() {
      if (tree.isLeaf(node)) {
        return new Moves(1, down, 0);
      }
      add(0, candidates, 1);
      return new Moves(up, down, stay);
    }

    /** Children from this place on share what is left of the draw; so far it has this chance. */
    private void add(int place, int left, double chance) {
      double reference = tree.reference(tree.firstChild(node) + place);
      if (place == times.length - 1) {
        times[place] = left;
        count(chance * Math.pow(reference, left));
        return;
      }
      double ways = 1;
      for (int taken = 0; taken <= left; taken++) {
        times[place] = taken;
        add(place + 1, left - taken, chance * ways * Math.pow(reference, taken));
        ways *= (left - taken) / (double) (taken + 1);
      }
    }

    private void count(double chance) {
      double back = candidates * BacktrackingWalk.back(tree, node);
      double sum = back;
      for (int i = 0; i < times.length; i++) {
        sum += times[i] * tree.weight(tree.firstChild(node) + i);
      }
      if (sum == 0) {
        stay += chance;
        return;
      }
      up += chance * back / sum;
      for (int i = 0; i < times.length; i++) {
        down[i] += chance * times[i] * tree.weight(tree.firstChild(node) + i) / sum;
      }
    }
  }
}
