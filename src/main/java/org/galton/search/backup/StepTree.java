package org.galton.search.backup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.galton.numerics.Expect;

/**
 * Steps as a tree that grows, with what backups have left on them. Nodes are numbers in the order
 * in which they were made; 0 is the root, the question.
 */
public final class StepTree {
  public static final int ROOT = 0;

  private final GammaIndex gamma;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Integer> backedUp = new ArrayList<>();

  private static final class Node {
    private final int parent;
    private final int depth;
    private final SearchStep step;
    private final double entropyOfPath;
    private final List<Integer> children = new ArrayList<>();
    private double q;
    private int backups;

    Node(int parent, int depth, SearchStep step, double entropyOfPath) {
      this.parent = parent;
      this.depth = depth;
      this.step = step;
      this.entropyOfPath = entropyOfPath;
      this.q = step.ending().reward();
    }
  }

  public StepTree(GammaIndex gamma) {
    this.gamma = gamma;
    nodes.add(new Node(-1, 0, new SearchStep(0, StepEnding.NONE), 0));
  }

  /** Returns the new node. */
  public int add(int parent, SearchStep step) {
    Node above = nodes.get(parent);
    Expect.that(
        !above.step.ending().isTerminal(), "parent", parent, "a step that ends no trajectory");
    nodes.add(new Node(parent, above.depth + 1, step, above.entropyOfPath + step.entropy()));
    above.children.add(nodes.size() - 1);
    return nodes.size() - 1;
  }

  public int size() {
    return nodes.size();
  }

  public int parent(int node) {
    return nodes.get(node).parent;
  }

  public int depth(int node) {
    return nodes.get(node).depth;
  }

  public SearchStep step(int node) {
    return nodes.get(node).step;
  }

  public List<Integer> children(int node) {
    return List.copyOf(nodes.get(node).children);
  }

  /** Sum of what was backed up; of a terminal its reward. */
  public double q(int node) {
    return nodes.get(node).q;
  }

  /** Backed-up trajectories that went through it. */
  public int backups(int node) {
    return nodes.get(node).backups;
  }

  /** N: its backups, and one visit when it was made, which the root and terminals do not have. */
  public int visits(int node) {
    Node found = nodes.get(node);
    return found.backups + (node == ROOT || found.step.ending().isTerminal() ? 0 : 1);
  }

  /** Q = q / N, and 0 without visits. */
  public double mean(int node) {
    return visits(node) == 0 ? 0 : q(node) / visits(node);
  }

  /** Which trajectories were backed up, by their last nodes, in order. */
  public List<Integer> backedUp() {
    return List.copyOf(backedUp);
  }

  /**
   * Gives the reward of a trajectory to all its steps.
   *
   * @param terminal its last step
   */
  public void backUp(int terminal) {
    Node last = nodes.get(terminal);
    int reward = last.step.ending().reward();
    Expect.that(reward != 0, "end of a trajectory", terminal, "a step that ends one");
    backedUp.add(terminal);
    last.backups++;
    for (int node = last.parent; node >= 0; node = nodes.get(node).parent) {
      Node on = nodes.get(node);
      on.q = ConstrainedBackup.updated(on.q, gamma.weight(on.depth, last.depth), reward);
      on.backups++;
    }
  }

  /** The same steps and backups, weighted by another index. */
  public StepTree weighted(GammaIndex index) {
    StepTree other = new StepTree(index);
    IntStream.range(1, size()).forEach(node -> other.add(parent(node), step(node)));
    backedUp.forEach(other::backUp);
    return other;
  }

  /**
   * Which of an expansion's terminals is backed up: a correct one before a wrong one before an
   * incomplete one; among equals the most confident, of least mean entropy over its steps; then the
   * first. Nothing where none is a terminal.
   */
  public OptionalInt chosen(List<Integer> children) {
    return children.stream()
        .filter(node -> step(node).ending().isTerminal())
        .min(
            Comparator.comparing((Integer node) -> step(node).ending())
                .thenComparingDouble(this::meanEntropy)
                .thenComparingInt(node -> node))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** Over the steps up to a node. */
  private double meanEntropy(int node) {
    return nodes.get(node).entropyOfPath / nodes.get(node).depth;
  }

  /** Nodes without children that a trajectory may go on from, below the limit of depth. */
  public List<Integer> frontier(int depthLimit) {
    return IntStream.range(0, size())
        .filter(node -> !step(node).ending().isTerminal())
        .filter(node -> nodes.get(node).children.isEmpty() && depth(node) < depthLimit)
        .boxed()
        .toList();
  }

  /** Of a node of the frontier. */
  public double frontierScore(int node, FrontierScore score, int depthLimit) {
    double meanOfParent = node == ROOT ? 0 : mean(parent(node));
    return score.of(meanOfParent, mean(node), step(node).entropy(), depth(node), depthLimit);
  }

  /** The node of the frontier with the highest score; of equal ones the first. */
  public OptionalInt best(FrontierScore score, int depthLimit) {
    return best(frontier(depthLimit), node -> frontierScore(node, score, depthLimit));
  }

  /** The sibling with the highest upper bound that ends no trajectory; of equal ones the first. */
  public OptionalInt best(List<Integer> siblings, UpperConfidence bound) {
    return best(
        siblings.stream().filter(node -> !step(node).ending().isTerminal()).toList(),
        node -> bound.of(mean(node), visits(node), visits(parent(node))));
  }

  /**
   * Down from the root to a node of the frontier, at each to the child with the highest upper bound
   * of those that have a node of the frontier at or below them; of equal ones to the first.
   */
  public OptionalInt descent(UpperConfidence bound, int depthLimit) {
    boolean[] open = new boolean[size()];
    for (int leaf : frontier(depthLimit)) {
      for (int node = leaf; node >= 0 && !open[node]; node = parent(node)) {
        open[node] = true;
      }
    }
    OptionalInt at = open[ROOT] ? OptionalInt.of(ROOT) : OptionalInt.empty();
    while (at.isPresent() && !nodes.get(at.getAsInt()).children.isEmpty()) {
      at =
          best(
              nodes.get(at.getAsInt()).children.stream().filter(child -> open[child]).toList(),
              bound);
    }
    return at;
  }

  private static OptionalInt best(List<Integer> nodes, IntToDoubleFunction score) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int node : nodes) {
      double found = score.applyAsDouble(node);
      if (best < 0 || found > highest) {
        best = node;
        highest = found;
      }
    }
    return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** tanh(q) of a step that goes on, which keeps values within 1; the reward of a terminal. */
  public double clipped(int node) {
    return ConstrainedBackup.clipped(q(node), step(node).ending());
  }

  /** Mean reward of all terminals; nothing where there is none. */
  public OptionalDouble meanReward() {
    return nodes.stream()
        .filter(node -> node.step.ending().isTerminal())
        .mapToInt(node -> node.step.ending().reward())
        .average();
  }

  /**
   * Of the tokens of each step, by node: its clipped value less the mean reward, not divided by a
   * standard deviation. Nothing where no trajectory has ended.
   */
  public Optional<double[]> advantages() {
    OptionalDouble mean = meanReward();
    return mean.isPresent()
        ? Optional.of(
            IntStream.range(0, size())
                .mapToDouble(node -> clipped(node) - mean.getAsDouble())
                .toArray())
        : Optional.empty();
  }
}
