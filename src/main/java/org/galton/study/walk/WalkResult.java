package org.galton.study.walk;

import java.util.Comparator;
import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkSamplerRow;
import org.galton.study.walk.row.WalkTables;
import org.galton.study.walk.row.WalkTreeRow;

/**
 * What samplers do on a tree.
 *
 * @param samplers vgb first
 * @param nodes in the order of depth and name
 */
record WalkResult(
    WalkRequest request, WalkTreeRow tree, List<WalkSamplerRow> samplers, List<WalkNodeRow> nodes) {

  /** Those that the target likes best; of equal ones the first. */
  List<WalkNodeRow> leaves(int most) {
    return nodes.stream()
        .filter(WalkNodeRow::leaf)
        .sorted(Comparator.comparingDouble(leaf -> -leaf.target().orElse(0)))
        .limit(most)
        .toList();
  }

  /** Where the walk is most; of equal ones the first. */
  List<WalkNodeRow> busiest(int most) {
    return nodes.stream()
        .sorted(Comparator.comparingDouble(node -> -node.stationary()))
        .limit(most)
        .toList();
  }

  void write(RunWriter run) {
    run.publish(WalkTables.NODES, nodes);
    run.publish(WalkTables.SAMPLERS, samplers);
    run.publish(WalkTables.TREES, List.of(tree));
  }
}
