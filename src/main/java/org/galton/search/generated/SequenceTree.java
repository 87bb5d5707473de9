package org.galton.search.generated;

import java.util.ArrayList;
import java.util.List;
import org.galton.numerics.Expect;
import org.galton.search.tree.GivenNode;
import org.galton.search.tree.RewardTree;

/** All sequences of a task, up to a length, as a tree whose inner nodes have value 1. */
public final class SequenceTree {
  private static final int MOST_NODES = 1_000_000;

  private final SequenceTask task;
  private final int[] sequence;
  private final List<GivenNode> nodes = new ArrayList<>(List.of(GivenNode.root()));

  private SequenceTree(SequenceTask task, int horizon) {
    this.task = task;
    this.sequence = new int[horizon];
  }

  /**
   * @param horizon tokens of every sequence, 1 or more
   * @throws IllegalArgumentException also when there are too many sequences
   */
  public static RewardTree of(SequenceTask task, int horizon) {
    Expect.that(horizon >= 1, "horizon", horizon, "1 or more");
    int tokens = task.tokens().size();
    double count = (Math.pow(tokens, horizon + 1.0) - 1) / (tokens - 1);
    int most = (int) Math.floor(Math.log(MOST_NODES * (tokens - 1.0)) / Math.log(tokens)) - 1;
    Expect.that(
        count <= MOST_NODES,
        "horizon",
        horizon,
        "at most %d with %d tokens: the tree has all sequences".formatted(most, tokens));
    SequenceTree tree = new SequenceTree(task, horizon);
    tree.grow("", 0);
    return RewardTree.of(tree.nodes);
  }

  private void grow(String prefix, int length) {
    for (int token = 0; token < task.tokens().size(); token++) {
      sequence[length] = token;
      String name = (prefix.isEmpty() ? "" : prefix + ".") + task.tokens().get(token);
      double reference = task.reference(sequence, length, token);
      if (length + 1 == sequence.length) {
        nodes.add(GivenNode.leaf(name, reference, task.tau(sequence)));
      } else {
        nodes.add(GivenNode.inner(name, reference, 1));
        grow(name, length + 1);
      }
    }
  }
}
