package org.galton.study.walk;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.galton.job.input.Excerpt;
import org.galton.job.input.GivenRow;
import org.galton.job.input.GivenTable;
import org.galton.job.run.SparkAction;
import org.galton.search.tree.GivenNode;
import org.galton.search.tree.RewardTree;
import org.galton.spec.InvalidInput;

/** Reads a tree, a row a node. */
final class GivenTree {
  private static final GivenTable TABLE =
      GivenTable.ofTexts("nodes", List.of("node", "ref"), List.of("value", "tau"));

  private GivenTree() {}

  /**
   * Its nodes, whose numbers are finite, in the order of the rows.
   *
   * @throws InvalidInput when the input cannot be read, or a cell is no number
   */
  static List<GivenNode> read(SparkSession spark, String input) {
    return SparkAction.run(
            "read " + input, () -> TABLE.open(spark, input).first(RewardTree.MOST_NODES + 1))
        .stream()
        .map(GivenTree::node)
        .toList();
  }

  /**
   * @throws org.galton.search.tree.InvalidTree when the nodes are no tree
   */
  static RewardTree tree(List<GivenNode> nodes, OptionalInt horizon) {
    return horizon.isPresent() ? RewardTree.of(nodes, horizon.getAsInt()) : RewardTree.of(nodes);
  }

  private static GivenNode node(GivenRow row) {
    String name = row.text("node");
    GivenRow named =
        row.at(() -> name.isEmpty() ? "the root" : "node '%s'".formatted(Excerpt.of(name)));
    return new GivenNode(name, number(named, "ref"), number(named, "value"), number(named, "tau"));
  }

  private static OptionalDouble number(GivenRow row, String column) {
    return row.text(column).isBlank()
        ? OptionalDouble.empty()
        : OptionalDouble.of(row.finite(column, "a finite number"));
  }
}
