package org.galton.search.tree;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Puts nodes in order and says what is wrong with them. */
final class TreeAssembly {
  /** How far from 1 the probabilities of siblings may add up. */
  private static final double TOLERANCE = 1e-9;

  private final List<GivenNode> nodes;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] parents;
  private final int[] firstChildren;

  private TreeAssembly(List<GivenNode> nodes) {
    this.nodes = nodes;
    parents = new int[nodes.size()];
    firstChildren = new int[nodes.size() + 1];
  }

  static RewardTree of(List<GivenNode> given) {
    if (given.size() > RewardTree.MOST_NODES) {
      throw new InvalidTree(
          "more nodes than are read", "at most %,d".formatted(RewardTree.MOST_NODES));
    }
    List<GivenNode> nodes = given.stream().sorted(Comparator.comparing(GivenNode::path)).toList();
    return new TreeAssembly(nodes).tree();
  }

  private RewardTree tree() {
    findRoot();
    for (int node = 0; node < nodes.size(); node++) {
      place(node);
    }
    findChildren();
    double[] references = new double[nodes.size()];
    double[] values = new double[nodes.size()];
    references[RewardTree.ROOT] = 1;
    for (int node = 1; node < nodes.size(); node++) {
      references[node] = reference(nodes.get(node));
      values[node] = value(node);
    }
    checkRoot();
    checkSums(references);
    return new RewardTree(
        nodes.stream().map(GivenNode::name).toArray(String[]::new),
        parents,
        firstChildren,
        nodes.stream().mapToInt(node -> node.path().depth()).toArray(),
        references,
        values);
  }

  private void findRoot() {
    long roots = nodes.stream().filter(GivenNode::isRoot).count();
    if (roots != 1) {
      throw new InvalidTree(
          roots == 0 ? "there is no root" : "there are %d roots".formatted(roots),
          "one row with an empty node");
    }
    if (nodes.size() == 1) {
      throw new InvalidTree("the root is the only node", "sequences of one token or more");
    }
  }

  private void place(int node) {
    GivenNode given = nodes.get(node);
    if (places.put(given.name(), node) != null) {
      throw new InvalidTree(given.shown() + " has two rows", "one row per node");
    }
    if (given.isRoot()) {
      parents[node] = -1;
      return;
    }
    if (!given.path().isWellFormed()) {
      throw new InvalidTree(
          given.shown() + " has an empty token, or the name of the root",
          "tokens joined by single dots, such as 0.1; results call the root root");
    }
    Integer parent = places.get(given.path().parent());
    if (parent == null) {
      throw new InvalidTree(
          "%s has no parent '%s'".formatted(given.shown(), given.path().parent()),
          "a row for each of its prefixes");
    }
    parents[node] = parent;
  }

  private void findChildren() {
    int child = 1;
    for (int node = 0; node < nodes.size(); node++) {
      firstChildren[node] = child;
      while (child < nodes.size() && parents[child] == node) {
        child++;
      }
    }
    firstChildren[nodes.size()] = child;
  }

  private static double reference(GivenNode node) {
    return within(
        node.reference(), "ref", node, 1, "the probability of its last token, from 0 to 1");
  }

  private double value(int node) {
    GivenNode given = nodes.get(node);
    if (firstChildren[node] == firstChildren[node + 1]) {
      return within(
          given.tau(),
          "tau",
          given,
          Double.MAX_VALUE,
          "the weight of a leaf, finite and 0 or more");
    }
    if (given.tau().isPresent()) {
      throw new InvalidTree(
          given.shown() + " has a tau and children", "tau at leaves alone, and value elsewhere");
    }
    return within(
        given.value(),
        "value",
        given,
        Double.MAX_VALUE,
        "the value of an inner node, finite and 0 or more");
  }

  private static double within(
      OptionalDouble found, String column, GivenNode node, double most, String expected) {
    if (found.isEmpty()) {
      throw new InvalidTree("%s has no %s".formatted(node.shown(), column), expected);
    }
    double number = found.getAsDouble();
    if (!(number >= 0 && number <= most)) {
      throw new InvalidTree("%s of %s is %s".formatted(column, node.shown(), number), expected);
    }
    return number;
  }

  private void checkRoot() {
    GivenNode root = nodes.get(RewardTree.ROOT);
    if (root.tau().isPresent()) {
      throw new InvalidTree("the root has a tau", "tau at leaves alone");
    }
    if (root.reference().orElse(1) != 1) {
      throw new InvalidTree(
          "ref of the root is %s".formatted(root.reference().getAsDouble()), "1, or nothing");
    }
  }

  private void checkSums(double[] references) {
    for (int node = 0; node < nodes.size(); node++) {
      if (firstChildren[node] == firstChildren[node + 1]) {
        continue;
      }
      double sum = 0;
      for (int child = firstChildren[node]; child < firstChildren[node + 1]; child++) {
        sum += references[child];
      }
      if (Math.abs(sum - 1) > TOLERANCE) {
        throw new InvalidTree(
            "ref of the children of %s adds up to %s".formatted(nodes.get(node).shown(), sum),
            "1, up to 1e-9");
      }
    }
  }
}
