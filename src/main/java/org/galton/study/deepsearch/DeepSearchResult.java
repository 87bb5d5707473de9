package org.galton.study.deepsearch;

import java.util.List;
import org.galton.job.run.RunWriter;
import org.galton.study.deepsearch.row.DeepSearchNodeRow;
import org.galton.study.deepsearch.row.DeepSearchTables;
import org.galton.study.deepsearch.row.DeepSearchTreeRow;

/**
 * What DeepSearch makes of trees.
 *
 * @param nodes of each tree in the order in which they were made
 */
record DeepSearchResult(
    DeepSearchRequest request, List<DeepSearchTreeRow> trees, List<DeepSearchNodeRow> nodes) {

  /** As results call a node. */
  static String shown(String name) {
    return name.isEmpty() ? "root" : name;
  }

  void write(RunWriter run) {
    run.publish(DeepSearchTables.NODES, nodes);
    run.publish(DeepSearchTables.TREES, trees);
  }
}
