package org.galton.study.walk.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of walks on a tree. */
public final class WalkTables {
  public static final Table<WalkTreeRow> TREES = new Table<>("walk_trees", WalkTreeRow.class);
  public static final Table<WalkSamplerRow> SAMPLERS =
      new Table<>("walk_samplers", WalkSamplerRow.class);
  public static final Table<WalkNodeRow> NODES = new Table<>("walk_nodes", WalkNodeRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(NODES, SAMPLERS, TREES);

  private WalkTables() {}
}
