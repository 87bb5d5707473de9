package org.galton.job.draw;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.model.search.ReportedNode;
import org.galton.sweep.Shard;
import org.galton.table.SearchNodesRow;
import org.galton.table.store.RolloutKey;

/** The trees of a shard's searches. */
record ShardNodes(Shard shard, List<Tree> trees) {

  /** Of one rollout. */
  record Tree(String promptId, int rolloutIndex, List<ReportedNode> nodes) {}

  /** In the order of the trees; made as they are written. */
  Iterator<SearchNodesRow> rows() {
    return trees.stream()
        .flatMap(tree -> IntStream.range(0, tree.nodes().size()).mapToObj(node -> row(tree, node)))
        .iterator();
  }

  private SearchNodesRow row(Tree tree, int number) {
    RolloutKey key =
        new RolloutKey(
            shard.partition().generation(),
            shard.partition().task(),
            tree.promptId(),
            tree.rolloutIndex());
    return SearchRows.row(shard.partition().model(), key, number, tree.nodes().get(number));
  }
}
