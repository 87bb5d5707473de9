package org.galton.study.vgb.row;

import java.util.List;
import org.galton.table.Table;

/** The table of VGB against horizons. */
public final class VgbTables {
  public static final Table<VgbHorizonRow> HORIZONS =
      new Table<>("vgb_horizons", VgbHorizonRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(HORIZONS);

  private VgbTables() {}
}
