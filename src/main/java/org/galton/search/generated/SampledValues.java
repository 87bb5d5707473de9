package org.galton.search.generated;

import java.util.function.IntToDoubleFunction;
import org.galton.numerics.SplitMix64;
import org.galton.search.tree.RewardTree;

/** Values as a table of means, learned from samples of the reference. */
final class SampledValues {
  private SampledValues() {}

  /**
   * How many samples go through each node, and the sum of their tau.
   *
   * @param highest tau of a sample
   */
  record Counts(int samples, int[] counts, double[] sums, double highest) {}

  static Counts counts(RewardTree tree, int samples, long seed) {
    SplitMix64 random = SplitMix64.named(seed, "samples");
    double[] sums = new double[tree.size()];
    int[] counts = new int[tree.size()];
    double highest = 0;
    for (int sample = 0; sample < samples; sample++) {
      int leaf = drawn(tree, random);
      highest = Math.max(highest, tree.value(leaf));
      for (int node = leaf; node >= 0; node = tree.parent(node)) {
        sums[node] += tree.value(leaf);
        counts[node]++;
      }
    }
    return new Counts(samples, counts, sums, highest);
  }

  static IntToDoubleFunction of(RewardTree tree, int samples, long seed) {
    Counts found = counts(tree, samples, seed);
    double[] sums = found.sums();
    // Where no sample has a reward its value is small, and not 0: that would close the tree.
    double mean = sums[0] > 0 ? sums[0] / samples : 1.0 / samples;
    return node -> (sums[node] + mean) / (found.counts()[node] + 1);
  }

  private static int drawn(RewardTree tree, SplitMix64 random) {
    int node = 0;
    while (!tree.isLeaf(node)) {
      double left = random.nextUnit();
      int child = tree.firstChild(node);
      while (child < tree.endOfChildren(node) - 1 && left >= tree.reference(child)) {
        left -= tree.reference(child);
        child++;
      }
      node = child;
    }
    return node;
  }
}
