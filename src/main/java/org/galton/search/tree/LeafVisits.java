package org.galton.search.tree;

import java.util.OptionalDouble;
import org.galton.numerics.Expect;
import org.galton.numerics.SplitMix64;

/**
 * Steps of a walk, by node.
 *
 * @param walk that was walked
 * @param counts steps after which it was there, by node, without the first tenth of the steps
 * @param steps that are counted
 */
public record LeafVisits(TreeWalk walk, long[] counts, long steps) {

  /**
   * Walks from the root. The first tenth is not counted: there the walk still knows where it began.
   *
   * @param steps 1 or more
   */
  public static LeafVisits of(TreeWalk walk, long steps, long seed) {
    Expect.that(steps >= 1, "steps", steps, "1 or more");
    SplitMix64 random = SplitMix64.named(seed, walk.name());
    long[] counts = new long[walk.tree().size()];
    int state = walk.start();
    long unseen = steps / 10;
    for (long step = 0; step < steps; step++) {
      state = walk.next(state, random);
      if (step >= unseen) {
        counts[walk.node(state)]++;
      }
    }
    return new LeafVisits(walk, counts, steps - unseen);
  }

  /** Steps after which the walk was on a leaf; most of them follow each other closely. */
  public long leafVisits() {
    long visits = 0;
    for (int node = 0; node < counts.length; node++) {
      visits += walk.tree().isLeaf(node) ? counts[node] : 0;
    }
    return visits;
  }

  /** Total variation between the visits of leaves and a law; nothing where no leaf was met. */
  public OptionalDouble distance(LeafLaw target) {
    long visits = leafVisits();
    if (visits == 0) {
      return OptionalDouble.empty();
    }
    double[] weights = new double[counts.length];
    for (int node = 0; node < counts.length; node++) {
      weights[node] = walk.tree().isLeaf(node) ? counts[node] : 0;
    }
    return OptionalDouble.of(LeafLaw.normalised(weights, visits).distance(target));
  }

  /**
   * About as many independent leaves the visits of VGB's walk are worth: moves times leaf mass over
   * the horizon, where steps that stay on purpose are no moves. Nothing for other walks.
   */
  public OptionalDouble effectiveSamples() {
    return walk instanceof BacktrackingWalk || walk instanceof RejectionWalk
        ? OptionalDouble.of((1 - walk.laziness()) * steps * walk.leafMass() / walk.tree().horizon())
        : OptionalDouble.empty();
  }
}
