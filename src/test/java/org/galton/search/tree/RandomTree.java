package org.galton.search.tree;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.SplitMix64;

/** Trees of any shape; some of their leaves have no weight, their first one has. */
final class RandomTree {
  private final SplitMix64 random;
  private final List<GivenNode> nodes = new ArrayList<>(List.of(GivenNode.root()));
  private boolean hasLeaf;

  private RandomTree(long seed) {
    random = new SplitMix64(seed);
  }

  /** Up to 3 tokens deep, with up to 4 children each. */
  static RewardTree of(long seed) {
    RandomTree tree = new RandomTree(seed);
    tree.grow("", 3);
    return RewardTree.of(tree.nodes);
  }

  private void grow(String prefix, int depth) {
    int children = 1 + random.nextInt(4);
    double[] references = new double[children];
    double sum = 0;
    for (int i = 0; i < children; i++) {
      references[i] = 0.1 + random.nextUnit();
      sum += references[i];
    }
    for (int i = 0; i < children; i++) {
      String name = prefix.isEmpty() ? "" + i : prefix + "." + i;
      if (depth == 1 || random.nextInt(4) == 0) {
        double tau = random.nextInt(3) == 0 ? 0 : 0.1 + random.nextUnit();
        nodes.add(GivenNode.leaf(name, references[i] / sum, hasLeaf ? tau : 1));
        hasLeaf = true;
      } else {
        nodes.add(GivenNode.inner(name, references[i] / sum, 0.1 + 2 * random.nextUnit()));
        grow(name, depth - 1);
      }
    }
  }
}
