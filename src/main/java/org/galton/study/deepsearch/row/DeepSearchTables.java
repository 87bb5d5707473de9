package org.galton.study.deepsearch.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of tree searches. */
public final class DeepSearchTables {
  public static final Table<DeepSearchNodeRow> NODES =
      new Table<>("deepsearch_nodes", DeepSearchNodeRow.class);
  public static final Table<DeepSearchTreeRow> TREES =
      new Table<>("deepsearch_trees", DeepSearchTreeRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(NODES, TREES);

  private DeepSearchTables() {}
}
