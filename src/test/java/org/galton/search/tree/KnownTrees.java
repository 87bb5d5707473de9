package org.galton.search.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** Trees of tests. */
final class KnownTrees {
  private KnownTrees() {}

  /** Two tokens; the values of nodes 0 and 1 are given. */
  static RewardTree small(double ofZero, double ofOne) {
    return RewardTree.of(nodes(ofZero, ofOne));
  }

  static List<GivenNode> nodes(double ofZero, double ofOne) {
    return List.of(
        GivenNode.root(),
        GivenNode.inner("0", 0.6, ofZero),
        GivenNode.inner("1", 0.4, ofOne),
        GivenNode.leaf("0.0", 0.5, 1),
        GivenNode.leaf("0.1", 0.5, 0),
        GivenNode.leaf("1.0", 0.25, 1),
        GivenNode.leaf("1.1", 0.75, 0.5));
  }

  /** Every sequence of so many tokens below {@code tokens}, all equally likely. */
  static RewardTree uniform(
      int tokens, int horizon, ToDoubleFunction<String> value, ToDoubleFunction<String> tau) {
    return full(tokens, horizon, (name, token) -> 1.0 / tokens, value, tau);
  }

  static RewardTree full(
      int tokens,
      int horizon,
      ToDoubleBiFunction<String, Integer> reference,
      ToDoubleFunction<String> value,
      ToDoubleFunction<String> tau) {
    List<GivenNode> nodes = new ArrayList<>(List.of(GivenNode.root()));
    List<String> level = List.of("");
    for (int depth = 1; depth <= horizon; depth++) {
      List<String> next = new ArrayList<>();
      for (String prefix : level) {
        for (int token = 0; token < tokens; token++) {
          String name = prefix.isEmpty() ? "" + token : prefix + "." + token;
          next.add(name);
          double ref = reference.applyAsDouble(prefix, token);
          nodes.add(
              depth == horizon
                  ? GivenNode.leaf(name, ref, tau.applyAsDouble(name))
                  : GivenNode.inner(name, ref, value.applyAsDouble(name)));
        }
      }
      level = next;
    }
    return RewardTree.of(nodes);
  }

  /** The same tree with other values at inner nodes. */
  static RewardTree valued(RewardTree tree, ToDoubleBiFunction<Integer, Double> value) {
    double[] exact = ExactLaws.values(tree);
    return tree.withValues(node -> value.applyAsDouble(node, exact[node]));
  }

  static int place(RewardTree tree, String name) {
    for (int node = 0; node < tree.size(); node++) {
      if (tree.name(node).equals(name)) {
        return node;
      }
    }
    throw new AssertionError("no node '" + name + "'");
  }
}
