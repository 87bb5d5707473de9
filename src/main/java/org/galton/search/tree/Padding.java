package org.galton.search.tree;

import java.util.ArrayList;
import java.util.List;

/** Makes all leaves equally deep: a sequence that has ended goes on with nothing. */
final class Padding {
  private static final String END = ".eos";
  private static final long MOST_CHARACTERS = 100_000_000;

  private final RewardTree tree;
  private final int horizon;
  private final List<GivenNode> nodes = new ArrayList<>();
  private long characters;

  private Padding(RewardTree tree, int horizon) {
    this.tree = tree;
    this.horizon = horizon;
  }

  static List<GivenNode> of(RewardTree tree, int horizon) {
    if (tree.horizon() > horizon) {
      throw new InvalidTree(
          "node '%s' is %d tokens deep".formatted(tree.name(tree.size() - 1), tree.horizon()),
          "at most the horizon, %d".formatted(horizon));
    }
    return new Padding(tree, horizon).nodes();
  }

  private List<GivenNode> nodes() {
    nodes.add(GivenNode.root());
    for (int node = 1; node < tree.size(); node++) {
      if (tree.isLeaf(node)) {
        addLeaf(node);
      } else {
        nodes.add(GivenNode.inner(tree.name(node), tree.reference(node), tree.value(node)));
      }
    }
    return nodes;
  }

  private void addLeaf(int leaf) {
    String name = tree.name(leaf);
    double reference = tree.reference(leaf);
    for (int depth = tree.depth(leaf); depth < horizon; depth++) {
      characters += name.length();
      if (nodes.size() > RewardTree.MOST_NODES || characters > MOST_CHARACTERS) {
        throw new InvalidTree(
            "leaves that go on up to the horizon of %,d make more nodes than are read"
                .formatted(horizon),
            "a smaller horizon");
      }
      nodes.add(GivenNode.inner(name, reference, tree.value(leaf)));
      name += END;
      reference = 1;
    }
    nodes.add(GivenNode.leaf(name, reference, tree.value(leaf)));
  }
}
