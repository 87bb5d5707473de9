package org.galton.study.information.row;

import java.util.List;
import org.galton.table.Table;

/** The table of what columns say about each other. */
public final class InformationTables {
  public static final Table<InformationRow> INFORMATION =
      new Table<>("information", InformationRow.class);

  /** In the order data flows through them. */
  public static final List<Table<?>> ALL = List.of(INFORMATION);

  private InformationTables() {}
}
