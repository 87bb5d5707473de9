package org.galton.job.draw;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.galton.model.search.ReportedNode;
import org.galton.numerics.Optionals;
import org.galton.search.SearchedNode;
import org.galton.sweep.Shard;
import org.galton.table.SearchNodesRow;

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
    ReportedNode reported = tree.nodes().get(number);
    SearchedNode<String> node = reported.node();
    return new SearchNodesRow(
        shard.partition().model(),
        shard.partition().task(),
        shard.partition().generation(),
        tree.promptId(),
        tree.rolloutIndex(),
        number,
        orNull(node.parent()),
        node.depth(),
        node.state(),
        reported.tokenIds(),
        reported.entropy(),
        reported.logprobMean(),
        node.ending().isTerminal() ? node.ending().name().toLowerCase(Locale.ROOT) : null,
        orNull(node.expansion()),
        orNull(node.backup()),
        node.q(),
        node.visits(),
        Optionals.orNull(node.advantage()),
        node.putOut());
  }

  private static Integer orNull(OptionalInt value) {
    return value.isPresent() ? (Integer) value.getAsInt() : null;
  }
}
