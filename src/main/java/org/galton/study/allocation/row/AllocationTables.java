package org.galton.study.allocation.row;

import java.util.List;
import org.galton.table.Table;

/** The tables of how a budget of rollouts is divided. */
public final class AllocationTables {
  public static final Table<AllocationRow> ALLOCATIONS =
      new Table<>("allocations", AllocationRow.class);
  public static final Table<AllocationRuleRow> RULES =
      new Table<>("allocation_rules", AllocationRuleRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(ALLOCATIONS, RULES);

  private AllocationTables() {}
}
