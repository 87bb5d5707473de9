package org.galton.reinforce.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.galton.model.Completion;
import org.galton.model.CompletionTokens;
import org.galton.model.Request;
import org.galton.model.search.PartialValue;
import org.galton.model.search.ReportedNode;
import org.galton.model.search.SearchReport;
import org.galton.search.SearchCounts;
import org.galton.search.SearchEnd;
import org.galton.search.SearchedNode;
import org.galton.search.backup.GammaIndex;
import org.galton.search.backup.SearchStep;
import org.galton.search.backup.StepEnding;
import org.galton.search.backup.StepTree;

/**
 * A path of the root, n1 and n2, with four trajectories that end below n2: wrong, wrong, right and
 * wrong. Each step has two tokens, whose ids are ten times the number of the node, and one more.
 */
public final class HandTree {
  private static final StepEnding[] ENDINGS = {
    StepEnding.WRONG, StepEnding.INCOMPLETE, StepEnding.CORRECT, StepEnding.WRONG
  };

  private HandTree() {}

  /**
   * @param backups of the trajectories, in their order
   */
  public static DrawnTree backedUp(int backups) {
    StepTree tree = new StepTree(GammaIndex.PAPER);
    int n1 = tree.add(StepTree.ROOT, new SearchStep(0.5, StepEnding.NONE));
    int n2 = tree.add(n1, new SearchStep(0.5, StepEnding.NONE));
    for (StepEnding ending : ENDINGS) {
      tree.add(n2, new SearchStep(0.5, ending));
    }
    for (int i = 0; i < backups; i++) {
      tree.backUp(n2 + 1 + i);
    }
    List<ReportedNode> nodes = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      nodes.add(reported(tree, node));
    }
    SearchReport report =
        new SearchReport(
            SearchEnd.Kind.FOUND,
            new SearchCounts(3, 0, 0, 2, tree.size() - 1, backups),
            2L * (tree.size() - 1),
            3,
            0,
            PartialValue.Cost.NOTHING,
            nodes,
            Optional.empty());
    return DrawnTree.of(new Request(0, "prompt", 1), report);
  }

  private static ReportedNode reported(StepTree tree, int node) {
    int backup = tree.backedUp().indexOf(node);
    SearchedNode<String> searched =
        new SearchedNode<>(
            "step" + node,
            node == StepTree.ROOT ? OptionalInt.empty() : OptionalInt.of(tree.parent(node)),
            tree.depth(node),
            tree.step(node).ending(),
            OptionalInt.empty(),
            backup < 0 ? OptionalInt.empty() : OptionalInt.of(backup + 1),
            tree.q(node),
            tree.backups(node),
            OptionalDouble.empty(),
            false);
    return new ReportedNode(
        searched,
        node == StepTree.ROOT
            ? Optional.empty()
            : Optional.of(
                new Completion(
                    new Request(node, "prompt", node),
                    "text up to " + node,
                    Completion.Finish.STOP,
                    3,
                    2,
                    -0.3 * node,
                    0.5,
                    0.1,
                    new CompletionTokens(
                        new int[] {1, 2, 3},
                        new int[] {10 * node, 10 * node + 1},
                        new float[] {-0.1f * node, -0.2f * node},
                        new float[] {0.4f, 0.6f}))));
  }
}
