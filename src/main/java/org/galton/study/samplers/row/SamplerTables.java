package org.galton.study.samplers.row;

import java.util.List;
import org.galton.table.Table;

/** The table of samplers at equal cost. */
public final class SamplerTables {
  public static final Table<SamplerCostRow> COSTS =
      new Table<>("sampler_costs", SamplerCostRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(COSTS);

  private SamplerTables() {}
}
